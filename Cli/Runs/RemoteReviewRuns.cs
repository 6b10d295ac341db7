using System.Net;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Workflows.Shared.PullRequestReview;

namespace Workflows.Cli.Runs;

/// <summary>The reviews of a server, over its HTTP interface. Nothing is sent anywhere but to that server: redirects are not followed.</summary>
internal sealed class RemoteReviewRuns : IReviewRuns
{
    /// <summary>The environment variable with the server's key: on a command line every user of the machine could read it.</summary>
    public const string KeyVariable = "WORKFLOWS_KEY";

    private const string Reviews = "api/v1/reviews";

    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(500);
    private static readonly JsonSerializerOptions BodyJson = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly RemoteServer _server;
    private readonly TimeProvider _time;

    public RemoteReviewRuns(Uri server, string? key, TimeProvider time)
    {
        _time = time;
        _server = new RemoteServer(server, time);
        _server.UseKey(key);
    }

    public async Task<bool> StartAsync(string id, ReviewRequest request, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is { } found && !RunStatuses.IsEnd(found.Status))
        {
            return false;
        }

        var body = new { id, diff = request.Diff, title = request.Title, description = request.Description, rules = request.Rules };
        using HttpResponseMessage response = await _server.SendAsync(
            () => new HttpRequestMessage(HttpMethod.Post, _server.At(Reviews)) { Content = JsonContent.Create(body, options: BodyJson) }, cancellation);
        if (response.StatusCode != HttpStatusCode.Accepted)
        {
            throw await RemoteProblem.OfAsync(response, _server.Address, cancellation);
        }

        StartedRun started = await _server.ReadAsync<StartedRun>(response, cancellation);
        return started.Id == id ? true : throw CliException.Failed($"{_server.Address} gave the run another id than the one asked for; it is of another version");
    }

    public async Task<RunState?> FindAsync(string id, CancellationToken cancellation)
    {
        using HttpResponseMessage response = await _server.SendAsync(
            () => new HttpRequestMessage(HttpMethod.Get, _server.At($"{Reviews}/{Uri.EscapeDataString(id)}")), cancellation);
        return response.StatusCode switch
        {
            HttpStatusCode.OK => await _server.ReadAsync<RunState>(response, cancellation),
            HttpStatusCode.NotFound when RemoteProblem.IsProblem(response) => null,
            _ => throw await RemoteProblem.OfAsync(response, _server.Address, cancellation),
        };
    }

    public async IAsyncEnumerable<RunState> WatchAsync(string id, [EnumeratorCancellation] CancellationToken cancellation)
    {
        RunState? last = null;
        while (true)
        {
            RunState state = await FindAsync(id, cancellation) ?? throw CliException.Failed($"{_server.Address} no longer knows the run {id}");
            if (state != last)
            {
                yield return last = state;
            }

            if (RunStatuses.IsEnd(state.Status))
            {
                yield break;
            }

            await Task.Delay(LookInterval, _time, cancellation);
        }
    }

    public Task<IReadOnlyList<RunHead>> ListAsync(RunStatus? status, int limit, CancellationToken cancellation) =>
        new RemoteInstances(_server).ListAsync(status, limit, cancellation);

    public ValueTask DisposeAsync()
    {
        _server.Dispose();
        return ValueTask.CompletedTask;
    }

    private sealed record StartedRun(string Id);
}
