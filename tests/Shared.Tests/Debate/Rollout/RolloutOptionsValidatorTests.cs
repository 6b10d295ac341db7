using Workflows.Shared.Debate.Rollout;

namespace Workflows.Shared.Tests.Debate.Rollout;

public sealed class RolloutOptionsValidatorTests
{
    public static TheoryData<string, Action<RolloutOptions>> Faults => new()
    {
        { "Debates:Rollout:Stages", options => options.Stages = [100] },
        { "Debates:Rollout:Stages", options => options.Stages = [5, 50] },
        { "Debates:Rollout:Stages", options => options.Stages = [50, 25, 100] },
        { "Debates:Rollout:Stages", options => options.Stages = [0, 100] },
        { "Debates:Rollout:WatchHours", options => options.WatchHours = 0 },
        { "Debates:Rollout:WatchHours", options => options.WatchHours = double.NaN },
        { "Debates:Rollout:MinCount", options => options.MinCount = 19 },
        { "Debates:Rollout:Alpha", options => options.Alpha = 0 },
        { "Debates:Rollout:Alpha", options => options.Alpha = 1 },
        { "Debates:Rollout:ComplexityBelow", options => options.ComplexityBelow = 0 },
    };

    [Fact]
    public void The_defaults_are_valid() => Assert.True(Validate(new RolloutOptions()));

    [Fact]
    public void Other_stages_are_valid() => Assert.True(Validate(new RolloutOptions { Stages = [10, 100], WatchHours = 0.5, MinCount = 20 }));

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_named_by_its_key(string key, Action<RolloutOptions> spoil)
    {
        RolloutOptions options = new();
        spoil(options);

        Assert.StartsWith(key + ":", Assert.Single(new RolloutOptionsValidator().Validate(null, options).Failures!), StringComparison.Ordinal);
    }

    private static bool Validate(RolloutOptions options) => new RolloutOptionsValidator().Validate(null, options).Succeeded;
}
