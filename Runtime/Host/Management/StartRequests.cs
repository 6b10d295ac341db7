using Microsoft.AspNetCore.Http;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Client;
using Workflows.Runtime.Host.Binding;
using Workflows.Runtime.Host.Http;

namespace Workflows.Runtime.Host.Management;

/// <summary>Requests that start instances, and may wait for their end.</summary>
internal sealed class StartRequests(DurableTaskClient client, ManagementAddresses addresses, IReadOnlySet<string> orchestrators, TimeProvider time)
{
    private const int MaxIdLength = 256;

    public async Task<IResult> StartAsync(HttpContext http)
    {
        string name = (string)http.Request.RouteValues["functionName"]!;
        if (!orchestrators.Contains(name))
        {
            throw new RequestFaultException("functionName", $"There is no orchestrator '{name}'; there are: {string.Join(", ", orchestrators.Order(StringComparer.Ordinal))}.");
        }

        string? wanted = http.Request.RouteValues["instanceId"] as string;
        CheckId(wanted);
        TimeSpan? timeout = Timeout(http);
        object? input = await PayloadJson.ReadBodyAsync(http.Request);
        try
        {
            string id = await client.ScheduleNewOrchestrationInstanceAsync(name, input, new StartOrchestrationOptions(wanted), http.RequestAborted);
            return await AnswerAsync(http, id, timeout);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            return Problem.Of(StatusCodes.Status409Conflict, $"An instance '{wanted}' runs already.", "instanceId");
        }
    }

    public async Task<IResult> RestartAsync(HttpContext http)
    {
        string id = (string)http.Request.RouteValues["instanceId"]!;
        bool newId = ManagementQuery.Flag(http.Request, "restartWithNewInstanceId", absent: true);
        TimeSpan? timeout = Timeout(http);
        if (await client.GetInstanceAsync(id, http.RequestAborted) is null)
        {
            throw new RequestFaultException("instanceId", $"There is no instance '{id}'.");
        }

        try
        {
            string restarted = await client.RestartAsync(id, newId, http.RequestAborted);
            return await AnswerAsync(http, restarted, timeout);
        }
        catch (InvalidOperationException)
        {
            return Problem.Of(StatusCodes.Status409Conflict, $"The instance '{id}' still runs: it can be restarted under a new id only.", "instanceId");
        }
    }

    /// <summary>
    /// How long to wait for the end before answering. The engine tells at once when an instance has ended, so that <c>pollingInterval</c>
    /// has no effect, as with those storage providers of the extension that need not poll.
    /// </summary>
    private static TimeSpan? Timeout(HttpContext http)
    {
        _ = ManagementQuery.Seconds(http.Request, "pollingInterval");
        return ManagementQuery.Seconds(http.Request, "timeout");
    }

    /// <exception cref="RequestFaultException">It is no id for a new instance.</exception>
    public static void CheckId(string? id)
    {
        string? why = string.IsNullOrEmpty(id) ? null
            : id[0] == '@' ? "must not begin with '@'"
            : id.Any(c => c is '/' or '\\' or '#' or '?' || char.IsControl(c)) || id.Contains("%2F", StringComparison.OrdinalIgnoreCase)
                ? "must not contain '/', '\\', '#', '?' or control characters"
            : id.Length > MaxIdLength ? $"must not be longer than {MaxIdLength} characters"
            : null;
        if (why is not null)
        {
            throw new RequestFaultException("instanceId", $"An instance id {why}.");
        }
    }

    /// <summary>The output when the instance completes in time, its status when it ends otherwise, else where to look.</summary>
    private async Task<IResult> AnswerAsync(HttpContext http, string id, TimeSpan? timeout)
    {
        bool failureAsError = ManagementQuery.Flag(http.Request, "returnInternalServerErrorOnFailure", absent: false);
        if (timeout is { } patience && await EndAsync(id, patience, http.RequestAborted) is { } ended)
        {
            return ended.RuntimeStatus == OrchestrationRuntimeStatus.Completed
                ? ManagementAnswers.Payload(ended.SerializedOutput)
                : InstanceRequests.Status(http, ended, failureAsError);
        }

        return ManagementAnswers.Accepted(http, addresses.StartedPayloadOf(id, ManagementAnswers.Origin(http), failureAsError));
    }

    private async Task<OrchestrationMetadata?> EndAsync(string id, TimeSpan patience, CancellationToken aborted)
    {
        using CancellationTokenSource late = new(patience, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, aborted);
        try
        {
            return await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, either.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            return null;
        }
    }
}
