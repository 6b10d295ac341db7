using Microsoft.Extensions.Options;

namespace Workflows.Shared.Debate.Rollout;

/// <summary>Refuses options of the rollout that cannot work, each fault with its key and the remedy.</summary>
public sealed class RolloutOptionsValidator : IValidateOptions<RolloutOptions>
{
    private const double LongestWatch = 24 * 30;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, RolloutOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        List<string> faults = [];
        int[] stages = options.Shares;
        Check(
            stages.Length is >= 2 and <= 20 && stages[0] >= 1 && stages[^1] == 100 && stages.Zip(stages.Skip(1)).All(pair => pair.First < pair.Second),
            "Debates:Rollout:Stages: must rise from 1 or more to 100 in 2 to 20 whole numbers; write them one by one, for example Debates__Rollout__Stages__0=5, Debates__Rollout__Stages__1=25, Debates__Rollout__Stages__2=100.");
        Check(options.WatchHours is > 0 and <= LongestWatch, "Debates:Rollout:WatchHours: must be above 0, at most 720 hours.");
        Check(options.MinCount is >= 20 and <= 100_000, "Debates:Rollout:MinCount: must be from 20, below which nothing can be shown, to 100000.");
        Check(options.Alpha is >= 1e-6 and <= 0.2, "Debates:Rollout:Alpha: must be from 0.000001 to 0.2.");
        Check(options.ComplexityBelow is >= 1 and <= 11, "Debates:Rollout:ComplexityBelow: must be from 1, for no debate, to 11, for every one.");
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
