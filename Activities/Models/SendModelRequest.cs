using System.Globalization;
using Microsoft.Extensions.Logging;
using Workflows.Activities.Content;
using Workflows.Shared.Models;

namespace Workflows.Activities.Models;

/// <summary>
/// The activity that talks to models: one lease, one HTTP request, one outcome. It never retries; the orchestration that holds the
/// lease does. When the caller's execution ends, or the host stops, the activity's token aborts the request at the socket: that is how
/// a call is cancelled on the embedded host.
/// </summary>
public sealed partial class SendModelRequest
{
    private readonly ModelCatalogue catalogue;
    private readonly IModelClient client;
    private readonly ProcessStart processStart;
    private readonly ModelMetrics metrics;
    private readonly TimeProvider time;
    private readonly ILogger<SendModelRequest> logger;
    private readonly IContentStore? content;

    /// <summary>Made by the host for each run; without a content store nothing can be read from one.</summary>
    public SendModelRequest(
        ModelCatalogue catalogue, IModelClient client, ProcessStart processStart, ModelMetrics metrics, TimeProvider time, ILogger<SendModelRequest> logger, IContentStore? content = null)
    {
        this.content = content;
        this.catalogue = catalogue;
        this.client = client;
        this.processStart = processStart;
        this.metrics = metrics;
        this.time = time;
        this.logger = logger;
    }

    /// <summary>Sends the request if its lease still allows that.</summary>
    /// <param name="send">The request and its lease.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <returns>What became of it; it does not throw for what a server or the network does.</returns>
    /// <exception cref="ArgumentException">The request's schema cannot be used.</exception>
    /// <exception cref="OperationCanceledException">The caller's execution has ended, so that nobody waits, or the host stops and will run this again.</exception>
    [Function(ModelSend.ActivityName)]
    public async Task<ModelSendOutcome> RunAsync([ActivityTrigger] ModelSend send, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(send);
        var outcome = await SendAsync(WithTaskSettings(send), cancellationToken);
        metrics.Record(send, outcome);
        LogSent(send.Pool, send.Request.Task, send.Lease.Id, send.Attempt, send.Reason, outcome.Status, outcome.HttpStatus?.ToString(CultureInfo.InvariantCulture) ?? "no reply", outcome.Seconds, outcome.PromptTokens, outcome.CompletionTokens);

        // A returned outcome would be recorded, and a call that a restart should take up again would have ended for good.
        return outcome.Status == ModelSendStatus.Cancelled ? throw new OperationCanceledException(outcome.Error, cancellationToken) : outcome;
    }

    private async Task<ModelSendOutcome> SendAsync(ModelSend send, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Unsent(ModelSendStatus.Cancelled, "The call was cancelled.");
        }

        if (!catalogue.TryGetPool(send.Pool, out var pool))
        {
            return Unsent(ModelSendStatus.Refused, $"The catalogue has no pool '{send.Pool}' any more.");
        }

        (send, var missing) = await ModelContent.ReadAsync(send, content, cancellationToken);
        if (missing is not null)
        {
            return Unsent(ModelSendStatus.Refused, missing);
        }

        if (send.Request.Audio is not null)
        {
            // A recording is heard in pieces: no length of it is too long for a context.
            return await SendInTimeAsync(pool, send, promptTokens: 0, cancellationToken);
        }

        if (send.Request.Similarity is { } similarity)
        {
            return Fault(pool, similarity) is { } fault
                ? Unsent(ModelSendStatus.Refused, fault)
                : await SendInTimeAsync(pool, send, EmbeddingBody.Tokens(similarity), cancellationToken);
        }

        var promptTokens = ChatBody.Tokens(send);
        if (!Fits(promptTokens) && send.Messages.Count > 0)
        {
            // The bad answer is what can be left out: the question is then asked afresh.
            send = send with { Messages = [] };
            promptTokens = ChatBody.Tokens(send);
        }

        if (!Fits(promptTokens))
        {
            return Unsent(
                ModelSendStatus.Refused,
                FormattableString.Invariant($"The prompt (about {promptTokens} tokens) and its answer (up to {send.Request.MaxOutputTokens}) exceed the {pool.ContextTokens} tokens of pool '{pool.Name}'."));
        }

        return await SendInTimeAsync(pool, send, promptTokens, cancellationToken);

        bool Fits(int tokens) => tokens + (long)send.Request.MaxOutputTokens <= pool.ContextTokens;
    }

    private static string? Fault(ModelPool pool, ModelSimilarity similarity)
    {
        if (EmbeddingBody.Fault(similarity) is { } fault)
        {
            return fault;
        }

        var longest = EmbeddingBody.LongestTokens(similarity);
        return longest <= pool.ContextTokens
            ? null
            : FormattableString.Invariant($"The longest text (about {longest} tokens) exceeds the {pool.ContextTokens} tokens of pool '{pool.Name}'.");
    }

    private async Task<ModelSendOutcome> SendInTimeAsync(ModelPool pool, ModelSend send, int promptTokens, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now > send.Lease.StartBefore || send.Lease.GrantedAt < processStart.At)
        {
            return Unsent(ModelSendStatus.Stale, "The lease is too old to send by.");
        }

        var timeout = Shortest(pool.Timeout, TimeSpan.FromSeconds(send.TimeoutSeconds), TimeSpan.FromSeconds(send.Lease.TimeoutSeconds), send.Deadline - now);
        return timeout > TimeSpan.Zero
            ? await client.SendAsync(pool, send, promptTokens, timeout, cancellationToken)
            : Unsent(ModelSendStatus.TimedOut, "No time is left.");
    }

    /// <summary>The catalogue's settings of the task. They only ever lower what the fleet has reserved for the call.</summary>
    private ModelSend WithTaskSettings(ModelSend send) => catalogue.TryGetTask(send.Request.Task, out var task)
        ? send with
        {
            UseResponseFormat = send.UseResponseFormat && task.AnswerSchema == AnswerSchemaUse.ResponseFormat,
            TimeoutSeconds = Math.Min(send.TimeoutSeconds, task.Budget?.TotalSeconds ?? send.TimeoutSeconds),
            Request = send.Request with
            {
                MaxOutputTokens = Math.Min(send.Request.MaxOutputTokens, task.MaxOutputTokens ?? send.Request.MaxOutputTokens),
                Temperature = task.Temperature ?? send.Request.Temperature,
            },
        }
        : send;

    private static TimeSpan Shortest(params ReadOnlySpan<TimeSpan> times)
    {
        var shortest = times[0];
        foreach (var candidate in times)
        {
            shortest = candidate < shortest ? candidate : shortest;
        }

        return shortest;
    }

    private static ModelSendOutcome Unsent(ModelSendStatus status, string error) => new() { Status = status, Error = error };

    [LoggerMessage(
        EventId = 2102,
        Level = LogLevel.Information,
        Message = "Model request to {Pool} for {Task}, lease {Lease}, attempt {Attempt} ({Reason}): {Status} ({HttpStatus}) in {Seconds:0.000} s, {PromptTokens} tokens in, {CompletionTokens} out.")]
    private partial void LogSent(
        string pool, string task, string lease, int attempt, ModelAttemptReason reason, ModelSendStatus status, string httpStatus, double seconds, int promptTokens, int completionTokens);
}
