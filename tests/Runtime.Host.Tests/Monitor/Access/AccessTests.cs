using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host.Monitor.Access;

public sealed class AccessTests
{
    private const string Operator = "operator-key-0123456789";
    private const string Viewer = "viewer-key-0123456789";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_keys_this_machine_operates_and_every_change_carries_the_token()
    {
        await using TestHost host = await TestHost.StartAsync();
        MonitorClient monitor = new(host);

        JsonElement session = await monitor.GetAsync("/session");
        HttpResponseMessage without = await host.Http.PostAsJsonAsync(MonitorClient.At("/instances/x/terminate"), new { }, Cancellation);

        Assert.Equal(("open", "operator", "local"), (session.GetProperty("access").GetString(), session.GetProperty("role").GetString(), session.GetProperty("who").GetString()));
        Assert.Equal(HttpStatusCode.Forbidden, without.StatusCode);
        Assert.Equal("X-Monitor-Csrf", (await without.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("field").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await monitor.RefusedAsync(HttpMethod.Post, "/instances/x/terminate")).Status);
    }

    [Fact]
    public async Task With_keys_a_login_opens_a_session_of_its_rights_and_a_logout_ends_it()
    {
        await using TestHost host = await KeyedAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await new MonitorClient(host).StatusAsync("/instances"));

        JsonElement seen = await LogInAsync(host, Viewer, "Kim");
        (HttpStatusCode status, string why) = await new MonitorClient(host).RefusedAsync(HttpMethod.Post, "/instances/x/terminate");

        Assert.Equal(("viewer", "Kim"), (seen.GetProperty("role").GetString(), seen.GetProperty("who").GetString()));
        Assert.Equal(HttpStatusCode.OK, await new MonitorClient(host).StatusAsync("/instances"));
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("viewer", why, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await new MonitorClient(host).SendAsync(HttpMethod.Delete, "/session", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await new MonitorClient(host).StatusAsync("/instances"));
    }

    [Fact]
    public async Task The_cookie_is_for_this_site_alone_and_out_of_scripts_reach()
    {
        await using TestHost host = await KeyedAsync();

        HttpResponseMessage answer = await host.Http.PostAsJsonAsync(MonitorClient.At("/session"), new { key = Operator }, Cancellation);

        string cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie")).ToLowerInvariant();
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Contains("path=/monitor", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("secure", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain(Operator, cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_of_a_changed_key_or_a_forged_cookie_opens_nothing()
    {
        string folder = TestHost.NewFolder();
        string cookie;
        await using (TestHost before = await KeyedAsync(folder: folder))
        {
            HttpResponseMessage answer = await before.Http.PostAsJsonAsync(MonitorClient.At("/session"), new { key = Operator }, Cancellation);
            cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie")).Split(';')[0];
        }

        await using (TestHost same = await KeyedAsync(folder: folder))
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(same, cookie));
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(same, cookie[..^2] + "AA"));
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(same, "workflows_monitor=x.y"));
        }

        await using (TestHost changed = await KeyedAsync("another-key-0123456789", folder))
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(changed, cookie));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_key_in_the_header_needs_no_session_and_one_in_the_query_is_not_taken()
    {
        await using TestHost host = await KeyedAsync();

        Assert.Equal(HttpStatusCode.OK, await WithKeyAsync(host, HttpMethod.Get, "/instances", Viewer));
        Assert.Equal(HttpStatusCode.NotFound, await WithKeyAsync(host, HttpMethod.Post, "/instances/x/terminate", Operator));
        Assert.Equal(HttpStatusCode.Forbidden, await WithKeyAsync(host, HttpMethod.Post, "/instances/x/terminate", Viewer));
        Assert.Equal(HttpStatusCode.Unauthorized, await WithKeyAsync(host, HttpMethod.Get, "/instances", "none-of-the-keys-here"));
        Assert.Equal(HttpStatusCode.Unauthorized, await new MonitorClient(host).StatusAsync($"/instances?code={Operator}"));
    }

    [Fact]
    public async Task The_monitors_keys_open_the_monitor_only()
    {
        await using TestHost host = await KeyedAsync();
        using HttpRequestMessage management = new(HttpMethod.Get, "/runtime/webhooks/durabletask/instances");
        management.Headers.Add("x-functions-key", Operator);

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Http.SendAsync(management, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Who_tries_keys_is_slowed_down_and_noted()
    {
        await using TestHost host = await KeyedAsync();
        for (int i = 0; i < 10; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await host.Http.PostAsJsonAsync(MonitorClient.At("/session"), new { key = $"guess-{i}-0123456789" }, Cancellation)).StatusCode);
        }

        HttpResponseMessage slowed = await host.Http.PostAsJsonAsync(MonitorClient.At("/session"), new { key = Operator }, Cancellation);

        Assert.Equal(HttpStatusCode.TooManyRequests, slowed.StatusCode);
        Assert.NotNull(slowed.Headers.RetryAfter);
        using HttpRequestMessage audit = new(HttpMethod.Get, MonitorClient.At("/audit?operation=login"));
        audit.Headers.Add("x-functions-key", Viewer);
        string noted = await (await host.Http.SendAsync(audit, Cancellation)).Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("refused", noted, StringComparison.Ordinal);
        Assert.DoesNotContain("guess-", noted, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task A_page_of_another_site_is_not_answered(string header, string value)
    {
        await using TestHost host = await TestHost.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Get, MonitorClient.At("/session"));
        request.Headers.Add(header, value);

        Assert.Equal(HttpStatusCode.Forbidden, (await host.Http.SendAsync(request, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_name_that_resolves_to_this_machine_is_not_answered_without_keys()
    {
        await using TestHost host = await TestHost.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Get, MonitorClient.At("/session"));
        request.Headers.Host = "rebound.example";

        Assert.Equal(HttpStatusCode.Forbidden, (await host.Http.SendAsync(request, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task With_keys_of_which_none_opens_the_monitor_the_session_says_what_to_set()
    {
        await using TestHost host = await TestHost.StartAsync(options => options.Keys["metrics"] = "metrics-key-0123456789");

        JsonElement session = await new MonitorClient(host).GetAsync("/session");

        Assert.False(session.GetProperty("loginPossible").GetBoolean());
        Assert.Contains("monitor_operator", session.GetProperty("remedy").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Equal_keys_for_viewers_and_operators_stop_the_start() =>
        Assert.Contains("the same", (await Assert.ThrowsAsync<HostStartException>(() => TestHost.StartAsync(options =>
        {
            options.Keys["monitor_viewer"] = Operator;
            options.Keys["monitor_operator"] = Operator;
        }))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Switched_off_neither_page_nor_api_is_there()
    {
        await using TestHost host = await TestHost.StartAsync(options => options.Monitor.Enabled = false);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync(new Uri("/monitor/", UriKind.Relative), Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await new MonitorClient(host).StatusAsync("/session"));
    }

    private static Task<TestHost> KeyedAsync(string key = Operator, string? folder = null) => TestHost.StartAsync(
        options =>
        {
            options.Keys["monitor_operator"] = key;
            options.Keys["monitor_viewer"] = Viewer;
        },
        folder: folder);

    private static async Task<JsonElement> LogInAsync(TestHost host, string key, string name)
    {
        HttpResponseMessage answer = await host.Http.PostAsJsonAsync(MonitorClient.At("/session"), new { key, name }, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private static async Task<HttpStatusCode> StatusAsync(TestHost host, string cookie)
    {
        using HttpClientHandler handler = new() { UseCookies = false };
        using HttpClient http = new(handler) { BaseAddress = host.Http.BaseAddress };
        using HttpRequestMessage request = new(HttpMethod.Get, MonitorClient.At("/instances"));
        request.Headers.Add("Cookie", cookie);
        return (await http.SendAsync(request, Cancellation)).StatusCode;
    }

    private static async Task<HttpStatusCode> WithKeyAsync(TestHost host, HttpMethod method, string route, string key)
    {
        using HttpRequestMessage request = new(method, MonitorClient.At(route)) { Content = method == HttpMethod.Post ? JsonContent.Create(new { }) : null };
        request.Headers.Add("x-functions-key", key);
        return (await host.Http.SendAsync(request, Cancellation)).StatusCode;
    }
}
