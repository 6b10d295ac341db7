using Microsoft.Extensions.Options;
using Workflows.Shared.Debate;

namespace Workflows.Functions.Debate;

/// <summary>Refuses settings of the debates that cannot be kept.</summary>
internal sealed class DebateOptionsValidator : IValidateOptions<DebateOptions>
{
    private const int MostTokens = 1_000_000;
    private const double LongestMinutes = 7 * 24 * 60;

    public ValidateOptionsResult Validate(string? name, DebateOptions options)
    {
        (bool Holds, string Fault)[] rules =
        [
            (options.EvidenceTokens is >= 0 and <= MostTokens, $"Debates:EvidenceTokens must be from 0 to {MostTokens:N0}."),
            (options.PersonaSeconds is >= 1 and <= 3_600, "Debates:PersonaSeconds must be from 1 to 3,600."),
            (options.DebateMinutes is >= 1 and <= LongestMinutes, $"Debates:DebateMinutes must be from 1 to {LongestMinutes:N0}."),
            (options.DebateMinutes * 60 >= options.PersonaSeconds, "Debates:DebateMinutes must be at least as long as Debates:PersonaSeconds."),
            (options.Gate.MinClaims is >= 0 and <= 12, "Debates:Gate:MinClaims must be from 0 to 12, the most claims that a synthesis may have."),
            (options.Gate.MinQuote is >= 1 and <= 600, "Debates:Gate:MinQuote must be from 1 to 600, the longest quotation."),
            (options.Gate.SupportedShare is >= 0 and <= 1, "Debates:Gate:SupportedShare must be from 0 to 1."),
            (options.Gate.StandingShare is >= 0 and <= 1, "Debates:Gate:StandingShare must be from 0 to 1."),
            (options.Rollout.ComplexityBelow is >= 1 and <= 11, "Debates:Rollout:ComplexityBelow must be from 1 to 11."),
        ];
        string[] faults = [.. rules.Where(rule => !rule.Holds).Select(rule => rule.Fault)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
