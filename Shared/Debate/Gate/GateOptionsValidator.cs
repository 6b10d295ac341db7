using Microsoft.Extensions.Options;

namespace Workflows.Shared.Debate.Gate;

/// <summary>Refuses options of the gate that cannot work, each fault with its key and the remedy.</summary>
public sealed class GateOptionsValidator : IValidateOptions<GateOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, GateOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        List<string> faults = [];
        Check(options.MinClaims is >= 0 and <= 12, "Debates:Gate:MinClaims: must be from 0 to 12, the most that an answer has.");
        Check(options.SupportedShare is >= 0 and <= 1, "Debates:Gate:SupportedShare: must be from 0 to 1.");
        Check(options.StandingShare is >= 0 and <= 1, "Debates:Gate:StandingShare: must be from 0 to 1.");
        Check(options.MinQuote is >= 1 and <= 100, "Debates:Gate:MinQuote: must be from 1 to 100 letters and digits.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Check(bool holds, string fault)
        {
            if (!holds)
            {
                faults.Add(fault);
            }
        }
    }
}
