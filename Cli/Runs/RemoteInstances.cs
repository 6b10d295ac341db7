using System.Net;
using Workflows.Durable.Client;
using Workflows.Shared.PullRequestReview;

namespace Workflows.Cli.Runs;

/// <summary>Lists runs through the management API, which is the Functions host's own; the run's own interface has no list.</summary>
internal sealed class RemoteInstances(RemoteServer server)
{
    private const string Instances = "runtime/webhooks/durabletask/instances";
    private const string ContinuationHeader = "x-ms-continuation-token";
    private const int PageSize = 500;
    private const int MaxPages = 200;

    /// <summary>The runs, the latest first.</summary>
    public async Task<IReadOnlyList<RunHead>> ListAsync(RunStatus? status, int limit, CancellationToken cancellation)
    {
        string filter = status is { } one ? $"&runtimeStatus={string.Join(',', RunStatuses.Of(one))}" : "";
        Uri address = server.At($"{Instances}?top={PageSize}&showInput=false{filter}");
        List<RunHead> heads = [];
        string? continuation = null;
        for (int page = 0; page < MaxPages; page++)
        {
            using HttpResponseMessage response = await server.SendAsync(() => Request(address, continuation), cancellation);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                throw await RemoteProblem.OfAsync(response, server.Address, cancellation);
            }

            heads.AddRange((await server.ReadAsync<List<Instance>>(response, cancellation)).Where(instance => instance.Name == ReviewNames.Orchestrator).Select(Head));
            continuation = response.Headers.TryGetValues(ContinuationHeader, out IEnumerable<string>? values) ? values.FirstOrDefault() : null;
            if (string.IsNullOrEmpty(continuation))
            {
                break;
            }
        }

        return [.. heads.OrderByDescending(head => head.Started).ThenBy(head => head.Id, StringComparer.Ordinal).Take(limit)];
    }

    private static HttpRequestMessage Request(Uri address, string? continuation)
    {
        HttpRequestMessage request = new(HttpMethod.Get, address);
        if (continuation is not null)
        {
            request.Headers.TryAddWithoutValidation(ContinuationHeader, continuation);
        }

        return request;
    }

    private static RunHead Head(Instance instance) => new(
        instance.InstanceId,
        Enum.TryParse(instance.RuntimeStatus, ignoreCase: true, out OrchestrationRuntimeStatus status) ? RunStatuses.From(status) : RunStatus.Running,
        instance.CreatedTime,
        instance.LastUpdatedTime);

    private sealed record Instance(string Name, string InstanceId, string RuntimeStatus, DateTimeOffset CreatedTime, DateTimeOffset LastUpdatedTime);
}
