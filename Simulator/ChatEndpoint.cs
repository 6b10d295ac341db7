using System.Runtime.CompilerServices;
using Workflows.Simulator.Answers;
using Workflows.Simulator.Models;
using Workflows.Simulator.Profiles;
using Workflows.Simulator.Protocol;

namespace Workflows.Simulator;

/// <summary>Answers chat completion requests within a model's limits and with its faults.</summary>
internal sealed class ChatEndpoint(TimeProvider time)
{
    private const string EventStream = "text/event-stream; charset=utf-8";

    /// <summary>Answers one request. The slot is free before the client can see the end of its answer.</summary>
    public async Task<SimulatorReply> AnswerAsync(ChatRequest request, SimulatorModel model, CancellationToken stopping, CancellationToken cancellationToken)
    {
        var prompt = Prompt.Read(request.Messages);
        var digest = RequestDigest.Of(request.Messages.Select(message => (message.Role, message.Text)));
        var promptTokens = request.Messages.Sum(message => TokenCount.Of(message.Text) + (message.Images * ImagePart.Tokens));
        var call = new CallDescription(prompt.Task ?? "other", digest, promptTokens, request.MaximumOutput ?? 0, request.HasResponseFormat);
        var admission = model.Admit(call);
        if (admission.Lease is not { } lease)
        {
            return SimulatorReply.Error(admission.Error!);
        }

        try
        {
            var answer = AnswerFaults.Apply(lease, request, AnswerWriter.Write(prompt, request));
            var generation = lease.Generation(answer.CompletionTokens);
            if (lease.Has(FaultKind.Hang))
            {
                await Hanging.WaitAsync(time, cancellationToken);
            }

            await WaitUntilAsync(model, lease.AcceptedAt + lease.Latency + (request.Stream ? TimeSpan.Zero : generation), cancellationToken);
            if (lease.Has(FaultKind.Http500))
            {
                lease.Fail();
                return SimulatorReply.Error(new ApiError(500, "server_error", "Simulated: internal error.", "internal_error"));
            }

            var json = new ChatJson(digest, model.Name, time.GetUtcNow().ToUnixTimeSeconds());
            return request.Stream
                ? new SimulatorReply(200, EventStream, StreamAsync(json, answer, request, model, lease, stopping), owned: lease)
                : Whole(WireJson.Bytes(json.Completion(answer)), lease);
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }

    private static SimulatorReply Whole(byte[] body, CallLease lease)
    {
        if (lease.Has(FaultKind.Cut))
        {
            lease.Fail();
            return SimulatorReply.Cut("application/json", body);
        }

        lease.Complete();
        return SimulatorReply.Bytes(200, "application/json", body);
    }

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> StreamAsync(
        ChatJson json,
        ChatAnswer answer,
        ChatRequest request,
        SimulatorModel model,
        CallLease lease,
        CancellationToken stopping,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stopping);
        var events = json.Events(answer, request.IncludeUsage).ToList();
        var start = lease.AcceptedAt + lease.Latency;
        var generation = lease.Generation(answer.CompletionTokens);
        for (var i = 0; i < events.Count; i++)
        {
            await WaitUntilAsync(model, start + (generation * ((double)i / events.Count)), linked.Token);
            if (lease.Has(FaultKind.Cut) && i >= events.Count / 2)
            {
                lease.Fail();
                throw new CutConnectionException();
            }

            yield return events[i];
        }

        await WaitUntilAsync(model, start + generation, linked.Token);
        lease.Complete();
        yield return ChatJson.Done;
    }

    private async Task WaitUntilAsync(SimulatorModel model, TimeSpan due, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // A timer may fire a tick early on a scaled clock; the loop keeps the profile's times a lower bound. Delays are cut to whole milliseconds:
        // a part of one would be none, and the loop would spin until somebody moved the clock.
        while (due - model.Now is { Ticks: > 0 } left)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), time, cancellationToken);
        }
    }
}
