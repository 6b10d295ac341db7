using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host.Http;

public sealed class HttpFunctionTests
{
    private const string Key = "a-function-key-of-some-length";
    private const string Master = "the-master-key-of-some-length";

    [Fact]
    public async Task A_function_answers_under_the_prefix_of_host_json()
    {
        string folder = TestHost.NewFolder();
        await File.WriteAllTextAsync(
            Path.Combine(folder, "host.json"), """{ "version": "2.0", "extensions": { "http": { "routePrefix": "v2" } } }""", TestContext.Current.CancellationToken);
        await using (TestHost host = await TestHost.StartAsync(folder: folder))
        {
            Assert.Equal("Hello Bo", await host.Http.GetStringAsync(new Uri("/v2/greet/Bo", UriKind.Relative), TestContext.Current.CancellationToken));
            Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(host, "/api/greet/Bo")).StatusCode);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Parts_of_the_route_become_arguments()
    {
        await using TestHost host = await TestHost.StartAsync();

        JsonElement sum = await host.JsonAsync("/api/sum/40/2/0f8fad5b-d9cb-469f-a165-70867728950e");

        Assert.Equal(42, sum.GetProperty("sum").GetInt64());
        Assert.True(sum.GetProperty("hasId").GetBoolean());
        Assert.False((await host.JsonAsync("/api/sum/40/2")).GetProperty("hasId").GetBoolean());
    }

    [Fact]
    public async Task A_part_of_the_route_that_does_not_fit_is_a_400_that_names_it()
    {
        await using TestHost host = await TestHost.StartAsync();

        HttpResponseMessage answer = await GetAsync(host, "/api/sum/many/2");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("a", (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("field").GetString());
    }

    [Theory]
    [InlineData("GET", "/api/files/text/a/b.txt", "GET text a/b.txt")]
    [InlineData("GET", "/api/FILES/text", "GET text none")]
    [InlineData("GET", "/api/files/7/a", null)]
    [InlineData("POST", "/api/files/text/a", null)]
    public async Task A_route_may_have_constraints_optional_parts_and_a_rest(string method, string path, string? expected)
    {
        await using TestHost host = await TestHost.StartAsync();
        using HttpRequestMessage request = new(new HttpMethod(method), path);

        HttpResponseMessage answer = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken) : null);
    }

    [Fact]
    public async Task A_json_body_becomes_an_argument()
    {
        await using TestHost host = await TestHost.StartAsync();

        HttpResponseMessage answer = await host.Http.PostAsJsonAsync(new Uri("/api/grow", UriKind.Relative), new City("Lima", 1), TestContext.Current.CancellationToken);

        Assert.Equal(new City("Lima", 2), await answer.Content.ReadFromJsonAsync<City>(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("{", "application/json")]
    [InlineData("{}", "text/plain")]
    public async Task A_body_that_is_not_json_is_a_400(string body, string type)
    {
        await using TestHost host = await TestHost.StartAsync();
        using StringContent content = new(body, System.Text.Encoding.UTF8, type);

        HttpResponseMessage answer = await host.Http.PostAsync(new Uri("/api/Grow", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("\"body\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_is_a_500_without_details_and_is_logged()
    {
        await using TestHost host = await TestHost.StartAsync();

        HttpResponseMessage answer = await GetAsync(host, "/api/break");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("The function Break failed", host.Logs.Of(LogLevel.Error));
    }

    [Fact]
    public async Task Other_methods_than_the_triggers_are_refused()
    {
        await using TestHost host = await TestHost.StartAsync();

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await GetAsync(host, "/api/Grow")).StatusCode);
    }

    [Theory]
    [InlineData("/api/greet/Bo", null, 200)]
    [InlineData("/api/sum/1/2", null, 401)]
    [InlineData("/api/sum/1/2", "wrong", 401)]
    [InlineData("/api/sum/1/2", Key, 200)]
    [InlineData("/api/sum/1/2", Master, 200)]
    [InlineData("/api/sum/1/2?code=" + Key, null, 200)]
    [InlineData("/api/master", Key, 401)]
    [InlineData("/api/master", Master, 200)]
    [InlineData("/runtime/webhooks/durabletask/instances", Key, 401)]
    [InlineData("/runtime/webhooks/durabletask/instances", Master, 200)]
    public async Task With_keys_each_level_wants_its_own(string path, string? key, int status)
    {
        await using TestHost host = await TestHost.StartAsync(o =>
        {
            o.Keys["sum"] = Key;
            o.Keys["_master"] = Master;
        });
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        if (key is not null)
        {
            request.Headers.Add("x-functions-key", key);
        }

        Assert.Equal(status, (int)(await host.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("Host", "rebound.example")]
    [InlineData("Host", "127.0.0.1.page.example")]
    [InlineData("Origin", "https://page.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Without_keys_pages_of_other_sites_are_kept_out(string header, string value)
    {
        await using TestHost host = await TestHost.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/greet/Bo");
        request.Headers.TryAddWithoutValidation(header, value);

        Assert.Equal(HttpStatusCode.Forbidden, (await host.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("Host", "localhost:7071")]
    [InlineData("Host", "[::1]:7071")]
    [InlineData("Origin", "http://localhost:3000")]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    public async Task Without_keys_this_machine_is_answered_by_each_of_its_names(string header, string value)
    {
        await using TestHost host = await TestHost.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/greet/Bo");
        request.Headers.TryAddWithoutValidation(header, value);

        Assert.Equal(HttpStatusCode.OK, (await host.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Without_keys_a_link_on_a_page_of_another_site_may_be_followed()
    {
        await using TestHost host = await TestHost.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/greet/Bo");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Headers.Add("Sec-Fetch-Dest", "document");

        Assert.Equal(HttpStatusCode.OK, (await host.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Health_is_told()
    {
        await using TestHost host = await TestHost.StartAsync();

        Assert.Equal("ok", (await host.JsonAsync("/health")).GetProperty("status").GetString());
    }

    private static Task<HttpResponseMessage> GetAsync(TestHost host, string path) =>
        host.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
}
