using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Workflows.Runtime.Engine;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Host.Monitor.Access;
using Workflows.Runtime.Host.Monitor.Http;

namespace Workflows.Runtime.Host.Monitor.Changes;

/// <summary>Tells a page what changes, as a stream of events. What came in between two looks is told once.</summary>
/// <param name="engine">The engine.</param>
/// <param name="access">Whether the session goes on.</param>
/// <param name="clock">The real clock.</param>
/// <param name="stopping">The host stops.</param>
internal sealed class ChangeRoutes(DurableEngine engine, MonitorAccess access, TimeProvider clock, CancellationToken stopping)
{
    private const int LooksBetweenSigns = 30;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    public void Map(MonitorApi api) => api.Get("/changes", request => Task.FromResult<IResult>(new Stream(this, request)));

    private async Task RunAsync(MonitorRequest request)
    {
        HttpResponse response = request.Http.Response;
        response.ContentType = "text/event-stream";
        response.Headers["X-Accel-Buffering"] = "no";
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(request.Aborted, stopping);
        using PeriodicTimer timer = new(BetweenLooks, clock);
        string? watched = request.Text("instance");
        long version = engine.Core.Watch.Version;
        ChangeOfInstance? known = null;
        try
        {
            await TellAsync(response, "hello", new ChangeOfAll(version, engine.Core.Now()), either.Token);
            for (int looks = 1; access.Identify(request.Http) is not null; looks++)
            {
                ChangeOfInstance? now = watched is null ? null : Look(watched);
                if (now != known)
                {
                    known = now;
                    await TellAsync(response, "instance", now, either.Token);
                }

                if (engine.Core.Watch.Version is var current && current != version)
                {
                    version = current;
                    await TellAsync(response, "instances", new ChangeOfAll(version, engine.Core.Now()), either.Token);
                }
                else if (looks % LooksBetweenSigns == 0)
                {
                    await response.WriteAsync(": keep-alive\n\n", either.Token);
                    await response.Body.FlushAsync(either.Token);
                }

                await timer.WaitForNextTickAsync(either.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or JournalException)
        {
            // The page has gone, or the host stops.
        }
    }

    private ChangeOfInstance Look(string id) => engine.Journal.Read(session => InstanceTable.Read(session, id, full: false)) is { } head
        ? new ChangeOfInstance(id, head.Status.ToString(), head.Execution, head.LastSequence, head.Updated, true)
        : new ChangeOfInstance(id, null, null, null, null, false);

    private static async Task TellAsync<T>(HttpResponse response, string name, T data, CancellationToken cancellationToken)
    {
        await response.WriteAsync($"event: {name}\ndata: {JsonSerializer.Serialize(data, MonitorJson.Options)}\n\n", cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }

    private sealed class Stream(ChangeRoutes owner, MonitorRequest request) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => owner.RunAsync(request);
    }
}
