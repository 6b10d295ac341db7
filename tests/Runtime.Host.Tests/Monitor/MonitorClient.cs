using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host.Monitor;

/// <summary>A page that uses the monitor's API.</summary>
internal sealed class MonitorClient(TestHost host)
{
    private const string Root = "/monitor/api";

    private string? _csrf;

    public HttpClient Http => host.Http;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Uri At(string route) => new(Root + route, UriKind.Relative);

    public static string Id(string id) => Uri.EscapeDataString(id);

    public Task<JsonElement> GetAsync(string route) => host.JsonAsync(Root + route);

    public async Task<HttpStatusCode> StatusAsync(string route) => (await Http.GetAsync(At(route), Cancellation)).StatusCode;

    public async Task<JsonElement> PostAsync(string route, object? body = null) => await ReadAsync(await SendAsync(HttpMethod.Post, route, body));

    public async Task<JsonElement> DeleteAsync(string route) => await ReadAsync(await SendAsync(HttpMethod.Delete, route, null));

    /// <summary>Waits until an instance is blocked on what a sentence says.</summary>
    public async Task<JsonElement> BlockedOnAsync(string id, string sentence)
    {
        while (true)
        {
            JsonElement blocked = await GetAsync($"/instances/{Id(id)}/blocked");
            if (blocked.TryGetProperty("summary", out JsonElement summary) && summary.GetString() == sentence)
            {
                return blocked;
            }

            await Task.Yield();
        }
    }

    /// <summary>Sends a change with the token that it needs.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string route, object? body)
    {
        _csrf ??= (await GetAsync("/session")).GetProperty("csrf").GetString();
        using HttpRequestMessage request = new(method, At(route)) { Content = method == HttpMethod.Post ? JsonContent.Create(body ?? new { }) : null };
        request.Headers.Add("X-Monitor-Csrf", _csrf);
        return await Http.SendAsync(request, Cancellation);
    }

    /// <summary>Sends a change that is refused.</summary>
    public async Task<(HttpStatusCode Status, string Detail)> RefusedAsync(HttpMethod method, string route, object? body = null)
    {
        HttpResponseMessage answer = await SendAsync(method, route, body);
        JsonElement problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        return (answer.StatusCode, problem.GetProperty("detail").GetString()!);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        string text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, text);
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
