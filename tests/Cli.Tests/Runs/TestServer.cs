using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Workflows.Cli.Tests.Runs;

/// <summary>A server on a free loopback port, whose every answer a test gives.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _web;

    private TestServer(WebApplication web) => _web = web;

    public List<TestRequest> Requests { get; } = [];

    public string Url => _web.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();

    public static async Task<TestServer> StartAsync(Func<TestRequest, int, IResult> answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddLogging(logging => logging.ClearProviders());
        WebApplication web = builder.Build();
        TestServer server = new(web);
        web.Run(async http =>
        {
            using StreamReader body = new(http.Request.Body);
            string line = $"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}";
            TestRequest request = new(line, await body.ReadToEndAsync(), http.Request.Headers["x-functions-key"], http.Request.Headers["x-ms-continuation-token"]);
            server.Requests.Add(request);
            await answer(request, server.Requests.Count).ExecuteAsync(http);
        });
        await web.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();
}
