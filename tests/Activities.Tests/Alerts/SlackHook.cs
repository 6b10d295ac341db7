using System.Net;
using System.Text.Json;

namespace Workflows.Activities.Tests.Alerts;

/// <summary>A Slack webhook that keeps what it is told.</summary>
internal sealed class SlackHook : HttpMessageHandler
{
    public const string Url = "https://hooks.slack.com/services/T0/B0/secret";

    private readonly SemaphoreSlim _told = new(0);
    private int _read;

    public List<string> Texts { get; } = [];

    public string? Address { get; private set; }

    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    public Exception? Error { get; set; }

    /// <summary>The next message.</summary>
    public async Task<string> NextAsync()
    {
        await _told.WaitAsync(TestContext.Current.CancellationToken);
        return Texts[_read++];
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Address = request.RequestUri!.AbsoluteUri;
        JsonElement body = JsonElement.Parse(await request.Content!.ReadAsStringAsync(cancellationToken));
        Texts.Add(body.GetProperty("text").GetString()!);
        _told.Release();
        return Error is null ? new HttpResponseMessage(Status) : throw Error;
    }
}
