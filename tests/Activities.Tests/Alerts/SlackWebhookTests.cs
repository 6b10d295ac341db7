using System.Net;
using Workflows.Activities.Alerts;
using Workflows.Runtime.Engine.Testing;

namespace Workflows.Activities.Tests.Alerts;

public sealed class SlackWebhookTests
{
    [Fact]
    public async Task Slack_shows_a_text_as_it_is_and_nobody_is_called_by_it()
    {
        SlackHook hook = new();
        using SlackWebhook slack = new(SlackHook.Url, new VirtualTime(), hook);

        Assert.Null(await slack.SendAsync("<!channel> a & b <https://evil.test|here>"));

        Assert.Equal("&lt;!channel&gt; a &amp; b &lt;https://evil.test|here&gt;", await hook.NextAsync());
    }

    [Fact]
    public async Task What_is_said_of_a_failure_does_not_hold_the_address()
    {
        SlackHook hook = new() { Status = HttpStatusCode.Forbidden };
        using SlackWebhook slack = new(SlackHook.Url, new VirtualTime(), hook);
        Assert.Equal("it answered with status 403", await slack.SendAsync("one"));

        hook.Error = new HttpRequestException(SlackHook.Url);

        Assert.Equal("it cannot be reached", await slack.SendAsync("two"));
    }

    [Fact]
    public void Without_an_address_there_is_none()
    {
        using SlackWebhook slack = new(null, new VirtualTime());

        Assert.False(slack.IsSet);
    }
}
