using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Workflows.Activities.Tests.Callbacks;

/// <summary>A receiver of callbacks on a free port of this machine.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _web;

    private Receiver(WebApplication web) => _web = web;

    public ConcurrentQueue<(IHeaderDictionary Headers, byte[] Body, string Path)> Requests { get; } = [];

    public int Port => new Uri(_web.Urls.First()).Port;

    public static async Task<Receiver> StartAsync(Func<HttpContext, Task> answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        WebApplication web = builder.Build();
        Receiver receiver = new(web);
        web.Run(async http =>
        {
            using MemoryStream body = new();
            await http.Request.Body.CopyToAsync(body);
            receiver.Requests.Enqueue((new HeaderDictionary(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>(http.Request.Headers)), body.ToArray(), http.Request.Path));
            await answer(http);
        });
        await web.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public static Task<Receiver> OfStatusAsync(int status, Action<IHeaderDictionary>? headers = null) => StartAsync(http =>
    {
        http.Response.StatusCode = status;
        headers?.Invoke(http.Response.Headers);
        return Task.CompletedTask;
    });

    public ValueTask DisposeAsync() => _web.DisposeAsync();
}
