using System.Net;
using Workflows.Cli.Runs;
using Workflows.Shared.Consultation;

namespace Workflows.Cli.Callbacks;

/// <summary>The callbacks of a server, over its HTTP interface.</summary>
internal sealed class RemoteCallbacks(RemoteServer server) : ICallbacks
{
    private const string Callbacks = "api/v1/consultation/callbacks";

    public async Task<IReadOnlyList<UndeliveredCallbackView>> ListAsync(CancellationToken cancellation)
    {
        using HttpResponseMessage response = await server.SendAsync(() => new HttpRequestMessage(HttpMethod.Get, server.At(Callbacks)), cancellation);
        return response.StatusCode == HttpStatusCode.OK
            ? (await server.ReadAsync<UndeliveredCallbackList>(response, ConsultationJson.Options, cancellation)).Callbacks
            : throw await RemoteProblem.OfAsync(response, server.Address, cancellation);
    }

    public async Task<ResentCallback?> ResendAsync(string deliveryId, CancellationToken cancellation)
    {
        using HttpResponseMessage response = await server.SendAsync(
            () => new HttpRequestMessage(HttpMethod.Post, server.At($"{Callbacks}/{Uri.EscapeDataString(deliveryId)}/resend")), cancellation);
        return response.StatusCode switch
        {
            HttpStatusCode.Accepted => new ResentCallback(null),
            HttpStatusCode.NotFound when RemoteProblem.IsProblem(response) => null,
            _ => throw await RemoteProblem.OfAsync(response, server.Address, cancellation),
        };
    }

    public ValueTask DisposeAsync()
    {
        server.Dispose();
        return ValueTask.CompletedTask;
    }
}
