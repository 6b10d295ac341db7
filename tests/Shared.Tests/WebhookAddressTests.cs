namespace Workflows.Shared.Tests;

public sealed class WebhookAddressTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("https://hooks.slack.test/x", true)]
    [InlineData("http://127.0.0.1:9/x", true)]
    [InlineData("hooks.slack.test", false)]
    [InlineData("", false)]
    [InlineData("file:///etc/passwd", false)]
    public void None_or_one_of_http_can_be_used(string? address, bool usable) => Assert.Equal(usable, WebhookAddress.IsUsable(address));
}
