namespace Workflows.Shared.Models;

/// <summary>What requests of a call to one model took together.</summary>
public sealed record ModelUse
{
    /// <summary>The model's id at the server, else the pool's name.</summary>
    public required string Model { get; init; }

    /// <summary>How many requests.</summary>
    public int Requests { get; init; }

    /// <summary>Tokens of their prompts.</summary>
    public int PromptTokens { get; init; }

    /// <summary>Tokens of their answers.</summary>
    public int CompletionTokens { get; init; }

    /// <summary>Seconds from sending to the answer or the error, added up.</summary>
    public double Seconds { get; init; }

    /// <summary>Adds a request up with those before; one that took neither time nor tokens was not sent.</summary>
    /// <param name="attempt">The request.</param>
    public ModelUse With(ModelAttempt attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return this with
        {
            Requests = Requests + (attempt.Seconds > 0 || attempt.PromptTokens > 0 ? 1 : 0),
            PromptTokens = PromptTokens + attempt.PromptTokens,
            CompletionTokens = CompletionTokens + attempt.CompletionTokens,
            Seconds = Seconds + attempt.Seconds,
        };
    }

    /// <summary>Adds requests up, model by model.</summary>
    /// <param name="attempts">The requests.</param>
    /// <param name="before">What was added up before.</param>
    public static IReadOnlyList<ModelUse> Of(IEnumerable<ModelAttempt> attempts, IReadOnlyList<ModelUse>? before = null)
    {
        ArgumentNullException.ThrowIfNull(attempts);
        SortedDictionary<string, ModelUse> uses = new((before ?? []).ToDictionary(use => use.Model), StringComparer.Ordinal);
        foreach (ModelAttempt attempt in attempts)
        {
            string model = attempt.Model ?? attempt.Pool;
            uses[model] = uses.GetValueOrDefault(model, new ModelUse { Model = model }).With(attempt);
        }

        return [.. uses.Values.Where(use => use.Requests > 0)];
    }
}
