using Workflows.Shared.Debate.Gate;

namespace Workflows.Shared.Tests.Debate.Gate;

public sealed class GateOptionsValidatorTests
{
    public static TheoryData<string, Action<GateOptions>> Faults => new()
    {
        { "Debates:Gate:MinClaims", options => options.MinClaims = 13 },
        { "Debates:Gate:SupportedShare", options => options.SupportedShare = 90 },
        { "Debates:Gate:StandingShare", options => options.StandingShare = double.NaN },
        { "Debates:Gate:MinQuote", options => options.MinQuote = 0 },
    };

    [Fact]
    public void The_defaults_are_valid() => Assert.True(new GateOptionsValidator().Validate(null, new GateOptions()).Succeeded);

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_named_by_its_key(string key, Action<GateOptions> spoil)
    {
        GateOptions options = new();
        spoil(options);

        Assert.StartsWith(key + ":", Assert.Single(new GateOptionsValidator().Validate(null, options).Failures!), StringComparison.Ordinal);
    }
}
