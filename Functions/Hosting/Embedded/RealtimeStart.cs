using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workflows.Activities.Consultation;
using Workflows.Activities.Models;
using Workflows.Runtime.Host;
using Workflows.Shared.Consultation;
using Workflows.Shared.Models;

namespace Workflows.Functions.Hosting;

/// <summary>
/// Makes the real-time path ready before a host counts as started that has clients for it: gets the blocks, and goes the way of a request once, so that the first caller
/// of the day waits neither for them nor for the compiler.
/// </summary>
internal sealed partial class RealtimeStart(
    IServer server, DurableTaskClient client, StandingBlocks blocks, ModelCatalogue catalogue, QuickSummaryRehearsal rehearsal, IOptions<ConsultationOptions> consultations,
    EmbeddedHostOptions host, ILogger<RealtimeStart> logger) : IHostedLifecycleService
{
    /// <summary>Nobody waits longer for a host to start, whatever stands in the way.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The server listens by now.</summary>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (host is not { ServeHttp: true, RunsWork: true } || consultations.Value.Clients.Count == 0 || !catalogue.TryGetTask(ConsultationNames.QuickSummaryTask, out ModelTask? task))
        {
            return;
        }

        blocks.Keep(client, task, QuickSummarizer.TokensOfACall);
        using CancellationTokenSource limit = new(Longest, host.Clock);
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            await Task.WhenAll(rehearsal.RunAsync(end.Token), KnockAsync(end.Token)).WaitAsync(end.Token);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotRehearsed(e);
        }
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A request without a key, to the host's own address: it is refused, which is nearly all of the way.</summary>
    private async Task KnockAsync(CancellationToken cancellationToken)
    {
        if (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is not { } address || BindingAddress(address) is not { } url)
        {
            return;
        }

        using SocketsHttpHandler handler = new() { UseProxy = false };
        using HttpMessageInvoker http = new(handler);
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(url, "/api/v1/consultation/quick-summary"))
        {
            Content = new StringContent("{}", Encoding.UTF8, "application/json"),
        };
        using HttpResponseMessage response = await http.SendAsync(request, cancellationToken);
        await response.Content.ReadAsByteArrayAsync(cancellationToken);
    }

    /// <summary>An address where the listener is reached from this machine; null: it is one of TLS, or none of this machine's own.</summary>
    private static Uri? BindingAddress(string address)
    {
        if (!Uri.TryCreate(address.Replace("*", "127.0.0.1", StringComparison.Ordinal).Replace("+", "127.0.0.1", StringComparison.Ordinal), UriKind.Absolute, out Uri? uri) || uri.Scheme != Uri.UriSchemeHttp)
        {
            return null;
        }

        return IPAddress.TryParse(uri.Host.Trim('[', ']'), out IPAddress? ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)) ? new UriBuilder(uri) { Host = "127.0.0.1" }.Uri : uri;
    }

    [LoggerMessage(EventId = 2111, Level = LogLevel.Information, Message = "The way of a quick summary could not be gone once before the first caller; that one may wait longer.")]
    private partial void LogNotRehearsed(Exception exception);
}
