using System.Text.Json;
using Workflows.Orchestrations.Fleet;
using Workflows.Runtime.Host.Monitor;
using Workflows.Shared.Models;

namespace Workflows.Functions.Hosting.Monitor;

/// <summary>Tells the monitor what model calls cost: each is an instance of <see cref="ModelCall"/>, whose result tells its requests.</summary>
internal sealed class ModelCallCosts : IMonitorCosts
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    public IReadOnlyCollection<string> Orchestrators { get; } = [nameof(ModelCall)];

    public IReadOnlyList<MonitorCost> Read(string output)
    {
        ModelCallResult? result;
        try
        {
            result = JsonSerializer.Deserialize<ModelCallResult>(output, Json);
        }
        catch (JsonException)
        {
            return [];
        }

        return result is null ? [] : [.. result.Attempts.Where(WasSent).Select(Of), .. result.OmittedUse.Select(Of)];
    }

    private static bool WasSent(ModelAttempt attempt) => attempt.SentAt is not null || attempt.Seconds > 0 || attempt.PromptTokens > 0;

    private static MonitorCost Of(ModelAttempt attempt) => new()
    {
        Pool = attempt.Pool,
        Model = attempt.Model,
        PromptTokens = attempt.PromptTokens,
        CompletionTokens = attempt.CompletionTokens,
        Seconds = attempt.Seconds,
        Price = attempt.Cost,
    };

    private static MonitorCost Of(ModelUse use) => new()
    {
        Pool = "-",
        Model = use.Model,
        Calls = use.Requests,
        PromptTokens = use.PromptTokens,
        CompletionTokens = use.CompletionTokens,
        Seconds = use.Seconds,
    };
}
