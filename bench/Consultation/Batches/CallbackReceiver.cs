using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Shared.Callbacks;

namespace Workflows.Bench.Consultation.Batches;

/// <summary>The client's endpoint: answers 500 to the first five attempts of each delivery, then takes it. Notes each attempt.</summary>
internal sealed class CallbackReceiver : IAsyncDisposable
{
    /// <summary>Attempts that fail, of each delivery.</summary>
    public const int Failures = 5;

    private readonly WebApplication _web;
    private readonly string _secret;

    private CallbackReceiver(WebApplication web, string secret)
    {
        _web = web;
        _secret = secret;
    }

    /// <summary>The attempts of each delivery, in the order in which they came.</summary>
    public ConcurrentDictionary<string, ConcurrentQueue<CallbackSeen>> Deliveries { get; } = new(StringComparer.Ordinal);

    /// <summary>Deliveries that were taken.</summary>
    public int Taken => Deliveries.Values.Count(attempts => attempts.Any(attempt => attempt.Taken));

    /// <summary>Where it listens.</summary>
    public string Url => $"{_web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()}/analyses";

    /// <summary>Starts it on a free port.</summary>
    /// <param name="secret">What the deliveries are signed with.</param>
    public static async Task<CallbackReceiver> StartAsync(string secret)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        WebApplication web = builder.Build();
        CallbackReceiver receiver = new(web, secret);
        web.Run(receiver.TakeAsync);
        await web.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using MemoryStream body = new();
        await http.Request.Body.CopyToAsync(body);
        string id = http.Request.Headers[CallbackSignature.DeliveryHeader].ToString();
        string expected = CallbackSignature.Of(_secret, http.Request.Headers[CallbackSignature.TimestampHeader].ToString(), body.ToArray());
        ConcurrentQueue<CallbackSeen> attempts = Deliveries.GetOrAdd(id, _ => new ConcurrentQueue<CallbackSeen>());
        bool taken = attempts.Count >= Failures;
        attempts.Enqueue(new CallbackSeen(body.ToArray(), http.Request.Headers[CallbackSignature.SignatureHeader] == expected, taken));
        http.Response.StatusCode = taken ? StatusCodes.Status204NoContent : StatusCodes.Status500InternalServerError;
    }
}
