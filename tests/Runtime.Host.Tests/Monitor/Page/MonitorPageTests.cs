using System.Net;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host.Monitor.Page;

public sealed class MonitorPageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/monitor/")]
    [InlineData("/monitor/index.html")]
    [InlineData("/monitor/instances/some-id")]
    public async Task The_page_and_its_own_routes_are_the_index(string path)
    {
        await using TestHost host = await TestHost.StartAsync();

        HttpResponseMessage answer = await GetAsync(host, path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task The_address_without_its_slash_leads_to_the_page_with_its_query()
    {
        await using TestHost host = await TestHost.StartAsync();

        HttpResponseMessage answer = await GetAsync(host, "/monitor?status=Failed");

        Assert.Equal("/monitor/?status=Failed", answer.RequestMessage!.RequestUri!.PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_page_may_load_nothing_but_its_own_files_and_be_framed_by_nobody()
    {
        await using TestHost host = await TestHost.StartAsync();

        HttpResponseMessage answer = await GetAsync(host, "/monitor/");

        string policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task A_file_that_has_not_changed_is_not_sent_again()
    {
        await using TestHost host = await TestHost.StartAsync();
        HttpResponseMessage first = await GetAsync(host, "/monitor/");
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri("/monitor/", UriKind.Relative));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        HttpResponseMessage again = await host.Http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Theory]
    [InlineData("/monitor/nothing.js")]
    [InlineData("/monitor/../appsettings.json")]
    [InlineData("/monitor/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/monitor/api/nothing")]
    public async Task What_is_not_there_is_a_404(string path)
    {
        await using TestHost host = await TestHost.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(host, path)).StatusCode);
    }

    private static Task<HttpResponseMessage> GetAsync(TestHost host, string path) => host.Http.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
}
