using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Shared.Models;

/// <summary>
/// The configured models and tasks with every default filled in: what the fleet sees as <see cref="IModelCatalogue"/>, and what the
/// client needs beside it. It is made once and does not change. Names are matched regardless of case.
/// </summary>
public sealed class ModelCatalogue : IModelCatalogue
{
    private readonly Dictionary<string, ModelPool> pools;
    private readonly Dictionary<string, ModelTask> tasks;
    private readonly Dictionary<string, ModelTaskPolicy> policies;
    private readonly ILookup<string, FleetPool> fleets;

    /// <summary>Makes the catalogue of some options.</summary>
    /// <exception cref="OptionsValidationException">The options have faults, see <see cref="ModelOptionsValidator"/>.</exception>
    public ModelCatalogue(IOptions<ModelOptions> options)
        : this((options ?? throw new ArgumentNullException(nameof(options))).Value)
    {
    }

    /// <summary>Makes the catalogue of some options.</summary>
    /// <exception cref="OptionsValidationException">The options have faults, see <see cref="ModelOptionsValidator"/>.</exception>
    public ModelCatalogue(ModelOptions options)
    {
        var validation = new ModelOptionsValidator().Validate(null, options);
        if (validation.Failed)
        {
            throw new OptionsValidationException(nameof(ModelOptions), typeof(ModelOptions), validation.Failures);
        }

        var merged = ModelOptionsMerge.OverDefaults(options);
        IsSimulated = options.IsSimulated;
        SimulatorProfile = options.SimulatorProfile;
        pools = merged.Pools
            .Where(pool => IsSimulated || pool.Value.Endpoint is not null)
            .ToDictionary(pool => pool.Key, pool => Resolve(pool.Key, pool.Value, IsSimulated), StringComparer.OrdinalIgnoreCase);
        tasks = merged.Tasks.ToDictionary(task => task.Key, task => Resolve(task.Key, task.Value), StringComparer.OrdinalIgnoreCase);
        var used = tasks.Values.SelectMany(PoolsOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        policies = tasks.ToDictionary(task => task.Key, task => PolicyOf(task.Value), StringComparer.OrdinalIgnoreCase);
        fleets = pools.Values.Where(pool => used.Contains(pool.Name)).ToLookup(pool => pool.Fleet, Limits, StringComparer.Ordinal);
        Pools = [.. fleets.SelectMany(fleet => fleet)];
    }

    /// <summary>Whether the simulator serves every pool: no pool has an endpoint.</summary>
    public bool IsSimulated { get; }

    /// <summary>The simulator's profile whose limits the pools have when <see cref="IsSimulated"/>.</summary>
    public string SimulatorProfile { get; }

    /// <inheritdoc/>
    public string FleetKey => ModelDefaults.Fleet;

    /// <inheritdoc/>
    public IReadOnlyList<FleetPool> Pools { get; }

    /// <inheritdoc/>
    public IReadOnlyList<FleetPool> PoolsOf(string fleetKey) => [.. fleets[fleetKey]];

    /// <summary>Every pool with its server.</summary>
    public IReadOnlyCollection<ModelPool> Servers => pools.Values;

    /// <inheritdoc/>
    public ModelTaskPolicy Policy(string task) => Find(policies, task, "task", Unserved(task));

    /// <summary>How a task is done.</summary>
    /// <param name="id">The task's id.</param>
    /// <exception cref="ArgumentException">The catalogue has no such task; the message names it.</exception>
    public ModelTask Task(string id) => Find(tasks, id, "task", Unserved(id));

    /// <summary>A pool with its server.</summary>
    /// <param name="name">The pool's name.</param>
    /// <exception cref="ArgumentException">The catalogue has no such pool; the message names it.</exception>
    public ModelPool Pool(string name) => Find(pools, name, "pool");

    /// <summary>A pool with its server, if the catalogue has it.</summary>
    /// <param name="name">The pool's name.</param>
    /// <param name="pool">The pool.</param>
    public bool TryGetPool(string name, [NotNullWhen(true)] out ModelPool? pool) => pools.TryGetValue(name, out pool);

    /// <summary>How a task is done, if the catalogue has it.</summary>
    /// <param name="id">The task's id.</param>
    /// <param name="task">The task.</param>
    public bool TryGetTask(string id, [NotNullWhen(true)] out ModelTask? task) => tasks.TryGetValue(id, out task);

    /// <summary>Why a default task is not there; null for a task that nobody knows.</summary>
    private static string? Unserved(string id) => DefaultGroups.All().FirstOrDefault(group => id is not null && group.Tasks.ContainsKey(id)) is { } group
        ? $"The task '{id}' has no model: no server is configured for {group.Name}; set {string.Join(" and ", group.Pools.Keys.Select(pool => $"{ModelOptions.Section}:Pools:{pool}:Endpoint"))}."
        : null;

    private static T Find<T>(Dictionary<string, T> entries, string name, string kind, string? absence = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        return entries.TryGetValue(name, out var entry)
            ? entry
            : throw new ArgumentException(absence ?? $"The catalogue has no {kind} '{name}'; it has {string.Join(", ", entries.Keys)}.", nameof(name));
    }

    private static ModelPool Resolve(string name, ModelPoolOptions pool, bool isSimulated) => new()
    {
        Name = name,
        IsSimulated = isSimulated,
        Endpoint = pool.Endpoint is null ? null : new Uri(pool.Endpoint),
        Model = pool.Model!,
        ApiKey = isSimulated ? null : pool.ApiKey,
        Credential = isSimulated ? null : pool.Credential,
        ContextTokens = pool.ContextTokens!.Value,
        MaxConcurrent = pool.MaxConcurrent!.Value,
        CallsPerMinute = pool.CallsPerMinute is 0 ? null : pool.CallsPerMinute,
        TokensPerMinute = pool.TokensPerMinute is 0 ? null : pool.TokensPerMinute,
        Timeout = TimeSpan.FromSeconds(pool.TimeoutSeconds!.Value),
        EnableThinking = pool.EnableThinking,
        PromptPrice = pool.PromptPrice,
        CompletionPrice = pool.CompletionPrice,
        ReadsServerMetrics = !isSimulated && pool.ServerMetrics != false,
        Fleet = pool.Fleet ?? ModelDefaults.Fleet,
        Shares = PoolShares.Of(pool),
        ResourceClass = pool.ResourceClass,
    };

    private ModelTask Resolve(string id, ModelTaskOptions task) => new()
    {
        Id = id,
        Pool = pools[task.Pool!].Name,
        Fallbacks = [.. (task.Fallbacks ?? []).Select(name => pools[name].Name)],
        TokenThreshold = task.TokenThreshold is 0 ? null : task.TokenThreshold,
        TokenThresholdPool = task.TokenThreshold is > 0 ? pools[task.TokenThresholdPool!].Name : null,
        MaxOutputTokens = task.MaxOutputTokens,
        Temperature = task.Temperature,
        AnswerSchema = task.AnswerSchema ?? AnswerSchemaUse.ResponseFormat,
        Fleet = pools[task.Pool!].Fleet,
        Class = task.Class!.Value,
        Budget = task.BudgetSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
    };

    private static FleetPool Limits(ModelPool pool) => new()
    {
        Name = pool.Name,
        MaxConcurrent = pool.MaxConcurrent,
        CallsPerMinute = pool.CallsPerMinute,
        TokensPerMinute = pool.TokensPerMinute,
        TimeoutSeconds = (int)pool.Timeout.TotalSeconds,
        Shares = pool.Shares,
        ResourceClass = pool.ResourceClass,
    };

    private static IEnumerable<string> PoolsOf(ModelTask task) => [task.Pool, .. task.Fallbacks, .. task.TokenThresholdPool is { } pool ? new[] { pool } : []];

    private static ModelTaskPolicy PolicyOf(ModelTask task) => new()
    {
        Pools = [task.Pool, .. task.Fallbacks],
        TokenThreshold = task.TokenThreshold,
        TokenThresholdPool = task.TokenThresholdPool,
        FleetKey = task.Fleet,
        Class = task.Class,
    };
}
