using System.Globalization;
using System.Net.Http.Json;

namespace Workflows.Activities.Alerts;

/// <summary>Sends messages to a Slack webhook. Its address is a secret: nothing that is said of a failure holds it.</summary>
internal sealed class SlackWebhook : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly Uri? _address;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _http;

    /// <summary>A webhook.</summary>
    /// <param name="address">Its address; null: there is none.</param>
    /// <param name="time">The clock.</param>
    /// <param name="handler">Sends; null: over the network.</param>
    public SlackWebhook(string? address, TimeProvider time, HttpMessageHandler? handler = null)
    {
        _address = address is null ? null : new Uri(address);
        _time = time;
        _http = new HttpMessageInvoker(handler ?? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    }

    /// <summary>Whether there is one.</summary>
    public bool IsSet => _address is not null;

    /// <summary>Sends a message, which Slack shows as it is. Nothing is thrown.</summary>
    /// <param name="text">The message.</param>
    /// <returns>Why it was not taken; null: it was.</returns>
    public async Task<string?> SendAsync(string text)
    {
        try
        {
            using CancellationTokenSource limit = new(Limit, _time);
            using HttpRequestMessage request = new(HttpMethod.Post, _address) { Content = JsonContent.Create(new { text = Plain(text) }) };
            using HttpResponseMessage response = await _http.SendAsync(request, limit.Token);
            return response.IsSuccessStatusCode ? null : string.Create(CultureInfo.InvariantCulture, $"it answered with status {(int)response.StatusCode}");
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or ObjectDisposedException)
        {
            return e is OperationCanceledException ? "it did not answer in time" : "it cannot be reached";
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Slack's own escapes: without them a text could call everybody or hide an address behind a word.</summary>
    private static string Plain(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
