using System.Text.RegularExpressions;

namespace Workflows.Shared.Debate;

/// <summary>
/// How complex a task is where its caller does not say, from 1 to 10, by rules: it begins at 2; one more for each of: a goal over 200 characters, another over 800; two questions or more, another from four on; a plan;
/// a plan of more than five lines; a context over 2,000 characters; more than three evidence documents, another above ten; a word of comparison or trade-off in the goal; a word of design, migration, law or
/// strategy in the goal.
/// </summary>
public static partial class ComplexityEstimate
{
    /// <summary>The estimate.</summary>
    /// <param name="request">The task.</param>
    public static int Of(DebateRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        int questions = request.Goal.Count(c => c is '?' or '\uFF1F');
        bool[] signs =
        [
            request.Goal.Length > 200,
            request.Goal.Length > 800,
            questions >= 2,
            questions >= 4,
            !string.IsNullOrWhiteSpace(request.Plan),
            request.Plan?.Trim().Count(c => c == '\n') >= 5,
            request.Context?.Length > 2_000,
            request.Evidence.Count > 3,
            request.Evidence.Count > 10,
            Comparing().IsMatch(request.Goal),
            Designing().IsMatch(request.Goal),
        ];
        return Math.Clamp(2 + signs.Count(sign => sign), 1, 10);
    }

    [GeneratedRegex(@"\b(versus|vs\.?|compared?|trade-?offs?|better than|instead of|pros and cons)\b|비교|장단점|대신|대비", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comparing();

    [GeneratedRegex(@"\b(design|architecture|migrat\w+|strateg\w+|legal|compliance|policy|refactor\w*)\b|설계|아키텍처|마이그레이션|전략|법률|규정|정책", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Designing();
}
