namespace Workflows.Monitor.Tests.Build;

public sealed class NodeVersionsTests
{
    [Theory]
    [InlineData("v20.19.0", true)]
    [InlineData("v20.20.2", true)]
    [InlineData("v24.0.0-nightly2026", true)]
    [InlineData("v20.18.9", false)]
    [InlineData("v18.19.0", false)]
    [InlineData("20.19.0", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_version_meets_what_the_sources_want(string? found, bool meets) => Assert.Equal(meets, NodeVersions.Meets(found, ">=20.19"));
}
