using Microsoft.Extensions.Options;
using Workflows.Shared;
using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Gate;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Functions.Debate;

/// <summary>Refuses settings of the debates that cannot be kept.</summary>
internal sealed class DebateOptionsValidator : IValidateOptions<DebateOptions>
{
    private const int MostTokens = 1_000_000;
    private const double LongestMinutes = 7 * 24 * 60;

    private readonly GateOptionsValidator _gate = new();
    private readonly RolloutOptionsValidator _rollout = new();

    public ValidateOptionsResult Validate(string? name, DebateOptions options)
    {
        (bool Holds, string Fault)[] rules =
        [
            (options.EvidenceTokens is >= 0 and <= MostTokens, $"Debates:EvidenceTokens must be from 0 to {MostTokens:N0}."),
            (options.PersonaSeconds is >= 1 and <= 3_600, "Debates:PersonaSeconds must be from 1 to 3,600."),
            (options.DebateMinutes is >= 1 and <= LongestMinutes, $"Debates:DebateMinutes must be from 1 to {LongestMinutes:N0}."),
            (options.DebateMinutes * 60 >= options.PersonaSeconds, "Debates:DebateMinutes must be at least as long as Debates:PersonaSeconds."),
            (WebhookAddress.IsUsable(options.SlackWebhook), "Debates:SlackWebhook: is no http or https address."),
        ];
        string[] faults = [.. rules.Where(rule => !rule.Holds).Select(rule => rule.Fault)];
        faults = [.. faults, .. _gate.Validate(name, options.Gate).Failures ?? [], .. _rollout.Validate(name, options.Rollout).Failures ?? []];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
