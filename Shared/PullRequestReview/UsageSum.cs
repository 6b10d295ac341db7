namespace Workflows.Shared.PullRequestReview;

/// <summary>Adds up what models were used.</summary>
public static class UsageSum
{
    /// <summary>One entry a model, by name.</summary>
    public static IReadOnlyList<ModelUsage> Of(IEnumerable<ModelUsage> usage) =>
    [
        .. usage.GroupBy(use => use.Model, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new ModelUsage
        {
            Model = group.Key,
            Calls = group.Sum(use => use.Calls),
            PromptTokens = group.Sum(use => use.PromptTokens),
            CompletionTokens = group.Sum(use => use.CompletionTokens),
            Seconds = Math.Round(group.Sum(use => use.Seconds), 3),
        }),
    ];
}
