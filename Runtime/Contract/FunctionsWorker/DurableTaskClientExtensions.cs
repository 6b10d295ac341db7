using System.Net;
using System.Text.Json;
using Workflows.Durable.Client;
using Workflows.FunctionsWorker.Http;

namespace Workflows.FunctionsWorker;

/// <summary>Answers HTTP callers about orchestrations.</summary>
public static class DurableTaskClientExtensions
{
    /// <summary>The addresses by which an orchestration is watched and steered. They carry the system key.</summary>
    /// <param name="client">The client that a function was given.</param>
    /// <param name="instanceId">The instance; it need not exist.</param>
    /// <param name="request">Not needed: the host knows its own address.</param>
    /// <exception cref="ArgumentException">The instance id is null or empty.</exception>
    /// <exception cref="NotSupportedException">The client does not come from a host with a management API.</exception>
    public static HttpManagementPayload CreateHttpManagementPayload(this DurableTaskClient client, string instanceId, HttpRequestData? request = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return client is IHttpManagementPayloadSource source
            ? source.CreateHttpManagementPayload(instanceId, request?.Url.GetLeftPart(UriPartial.Authority))
            : throw new NotSupportedException($"{client.GetType()} does not come from a host with a management API.");
    }

    /// <summary>An answer 202 with the management addresses as its body and the status address in <c>Location</c>.</summary>
    /// <param name="client">The client that a function was given.</param>
    /// <param name="request">The request to answer.</param>
    /// <param name="instanceId">The instance.</param>
    /// <param name="cancellation">Ends the writing.</param>
    public static Task<HttpResponseData> CreateCheckStatusResponseAsync(
        this DurableTaskClient client,
        HttpRequestData request,
        string instanceId,
        CancellationToken cancellation = default)
        => CreateCheckStatusResponseAsync(client, request, instanceId, HttpStatusCode.Accepted, cancellation);

    /// <summary>An answer with the management addresses as its body and, for 202, the status address in <c>Location</c>.</summary>
    /// <param name="client">The client that a function was given.</param>
    /// <param name="request">The request to answer.</param>
    /// <param name="instanceId">The instance.</param>
    /// <param name="statusCode">The status of the answer.</param>
    /// <param name="cancellation">Ends the writing.</param>
    public static async Task<HttpResponseData> CreateCheckStatusResponseAsync(
        this DurableTaskClient client,
        HttpRequestData request,
        string instanceId,
        HttpStatusCode statusCode,
        CancellationToken cancellation = default)
    {
        (HttpResponseData response, HttpManagementPayload payload) = Answer(client, request, instanceId, statusCode);
        await JsonSerializer.SerializeAsync(response.Body, payload, cancellationToken: cancellation);
        return response;
    }

    /// <summary>An answer 202 with the management addresses as its body and the status address in <c>Location</c>.</summary>
    /// <param name="client">The client that a function was given.</param>
    /// <param name="request">The request to answer.</param>
    /// <param name="instanceId">The instance.</param>
    /// <param name="cancellation">Not looked at: nothing is awaited.</param>
    public static HttpResponseData CreateCheckStatusResponse(
        this DurableTaskClient client,
        HttpRequestData request,
        string instanceId,
        CancellationToken cancellation = default)
        => CreateCheckStatusResponse(client, request, instanceId, HttpStatusCode.Accepted, cancellation);

    /// <summary>An answer with the management addresses as its body and, for 202, the status address in <c>Location</c>.</summary>
    /// <param name="client">The client that a function was given.</param>
    /// <param name="request">The request to answer.</param>
    /// <param name="instanceId">The instance.</param>
    /// <param name="statusCode">The status of the answer.</param>
    /// <param name="cancellation">Not looked at: nothing is awaited.</param>
    public static HttpResponseData CreateCheckStatusResponse(
        this DurableTaskClient client,
        HttpRequestData request,
        string instanceId,
        HttpStatusCode statusCode,
        CancellationToken cancellation = default)
    {
        (HttpResponseData response, HttpManagementPayload payload) = Answer(client, request, instanceId, statusCode);
        JsonSerializer.Serialize(response.Body, payload);
        return response;
    }

    private static (HttpResponseData Response, HttpManagementPayload Payload) Answer(
        DurableTaskClient client,
        HttpRequestData request,
        string instanceId,
        HttpStatusCode statusCode)
    {
        ArgumentNullException.ThrowIfNull(request);
        HttpManagementPayload payload = client.CreateHttpManagementPayload(instanceId, request);
        HttpResponseData response = request.CreateResponse();
        response.StatusCode = statusCode;
        response.Headers.Add("Content-Type", "application/json");
        response.Headers.Add("Location", payload.StatusQueryGetUri);
        return (response, payload);
    }
}
