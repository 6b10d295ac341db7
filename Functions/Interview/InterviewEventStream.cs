using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Workflows.Activities.Models;
using Workflows.Shared.Interview;

namespace Workflows.Functions.Interview;

/// <summary>An answer that goes on until the interview has ended, or the caller has gone.</summary>
internal sealed class InterviewEventStream(DurableTaskClient client, string id, TokenFeed? feed, TimeProvider time) : IResult
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>Proxies close connections on which nothing is said.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        CancellationToken gone = httpContext.RequestAborted;
        httpContext.Response.ContentType = "text/event-stream; charset=utf-8";
        httpContext.Response.Headers.CacheControl = "no-store";
        httpContext.Response.Headers["X-Accel-Buffering"] = "no";
        httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            await WriteAsync(httpContext.Response, gone);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // Nobody reads any more.
        }
    }

    private async Task WriteAsync(HttpResponse response, CancellationToken gone)
    {
        InterviewEvents events = new();
        long said = time.GetTimestamp();
        while (!events.HasEnded && await InterviewView.FindAsync(client, id, gone) is { } instance)
        {
            InterviewState state = InterviewView.Of(instance);
            string text = events.Look(state, state.Stage is { } stage ? feed?.Read(InterviewNames.Topic(id, stage.Key)) : null);
            if (text.Length == 0 && time.GetElapsedTime(said) >= Heartbeat)
            {
                text = ": still there\n\n";
            }

            if (text.Length > 0)
            {
                await response.WriteAsync(text, gone);
                await response.Body.FlushAsync(gone);
                said = time.GetTimestamp();
            }

            if (!events.HasEnded)
            {
                await Task.Delay(LookInterval, time, gone);
            }
        }
    }
}
