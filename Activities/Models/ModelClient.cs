using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.Identity;
using Polly;
using Polly.Timeout;
using Workflows.Shared.Models;

namespace Workflows.Activities.Models;

/// <summary>Sends one request and says what became of it. Whatever a server or the network does becomes an outcome.</summary>
internal sealed class ModelClient : IModelClient
{
    /// <summary>The longest body of a completion, in bytes.</summary>
    public const int LongestAnswer = 4 * 1024 * 1024;

    /// <summary>The longest body of a list of embeddings, in bytes: 64 of 4,096 dimensions fit, with 30 characters for each number.</summary>
    public const int LongestEmbeddings = 8 * 1024 * 1024;

    private static readonly ResiliencePropertyKey<TimeSpan> TimeoutKey = new("timeout");

    private readonly ModelClients clients;
    private readonly ServerQueues queues;
    private readonly TimeProvider time;
    private readonly ResiliencePipeline pipeline;
    private readonly TokenFeed? feed;

    public ModelClient(ModelClients clients, ServerQueues queues, TimeProvider time, TokenFeed? feed = null)
    {
        this.feed = feed;
        this.clients = clients;
        this.queues = queues;
        this.time = time;
        pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddTimeout(new TimeoutStrategyOptions
            {
                TimeoutGenerator = arguments => new(arguments.Context.Properties.GetValue(TimeoutKey, TimeSpan.Zero)),
            })
            .Build();
    }

    /// <inheritdoc/>
    public async Task<ModelSendOutcome> SendAsync(ModelPool pool, ModelSend send, int promptTokens, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var schema = send.Request.Schema is { } text ? AnswerSchema.Parse(send.Request.SchemaName ?? "answer", text) : null;
        var (written, contentType) = Body(pool, send, schema);
        using var body = written;
        var outcome = new ModelSendOutcome
        {
            Status = ModelSendStatus.Failed,
            Model = pool.Model,
            Simulated = pool.IsSimulated,
            PromptTokens = promptTokens,
            SentAt = time.GetUtcNow(),
        };
        var started = time.GetTimestamp();
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(TimeoutKey, timeout);
        try
        {
            outcome = await pipeline.ExecuteAsync(
                async (ctx, state) => await state.Client.ExchangeAsync(pool, send, schema, state.Body, contentType, state.Outcome, ctx.CancellationToken),
                context,
                (Client: this, Body: body, Outcome: outcome));
        }
        catch (TimeoutRejectedException)
        {
            outcome = outcome with { Status = ModelSendStatus.TimedOut, Error = FormattableString.Invariant($"Pool '{pool.Name}' gave no answer within {timeout.TotalSeconds:0.#} s.") };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            outcome = outcome with { Status = ModelSendStatus.Cancelled, Error = "The call was cancelled." };
        }
        catch (AuthenticationFailedException)
        {
            outcome = outcome with { Status = ModelSendStatus.Unavailable, Error = $"There is no token for pool '{pool.Name}': the app's managed identity cannot be used; see that the app has one, and that AZURE_CLIENT_ID names it where it has several." };
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or ClientResultException)
        {
            // The exceptions' own texts name addresses, and some quote what was received.
            outcome = outcome with { Status = ModelSendStatus.Unavailable, Error = $"The connection to pool '{pool.Name}' failed: {Reason(exception)}." };
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }

        outcome = outcome with { Seconds = time.GetElapsedTime(started).TotalSeconds, Cost = CostOf(pool, outcome) };

        // Read when the request has ended, so that it tells of now; a server that does not answer at all is not asked for more.
        return outcome.HttpStatus is null && outcome.Status != ModelSendStatus.TimedOut
            ? outcome
            : outcome with { ServerWaiting = await queues.ReadAsync(pool, cancellationToken) };
    }

    /// <summary>Servers charge for what they answered; what was refused, cut or timed out has no bill.</summary>
    private static decimal? CostOf(ModelPool pool, ModelSendOutcome outcome) =>
        outcome.HttpStatus == 200 ? pool.PriceOf(outcome.PromptTokens, outcome.CompletionTokens) : pool.PriceOf(0, 0);

    private (BinaryContent Body, string ContentType) Body(ModelPool pool, ModelSend send, AnswerSchema? schema) => send.Request switch
    {
        { Audio: not null } => TranscriptionBody.Write(pool, send),
        { Similarity: { } similarity } => (EmbeddingBody.Write(pool, similarity), "application/json"),
        _ => (ChatBody.Write(pool, send, schema, feed is not null && send.Request.Stream is not null), "application/json"),
    };

    private async Task<ModelSendOutcome> ExchangeAsync(
        ModelPool pool,
        ModelSend send,
        AnswerSchema? schema,
        BinaryContent body,
        string contentType,
        ModelSendOutcome outcome,
        CancellationToken cancellationToken)
    {
        var options = new RequestOptions { ErrorOptions = ClientErrorBehaviors.NoThrow, BufferResponse = false, CancellationToken = cancellationToken };
        var result = send.Request switch
        {
            { Audio: not null } => await clients.AudioOf(pool).TranscribeAudioAsync(body, contentType, options),
            { Similarity: not null } => await clients.EmbeddingsOf(pool).GenerateEmbeddingsAsync(body, options),
            _ => await clients.Of(pool).CompleteChatAsync(body, options),
        };
        using var response = result.GetRawResponse();
        outcome = outcome with { HttpStatus = response.Status };
        if (response.Status != 200)
        {
            outcome = outcome with { RetryAfterSeconds = RetryAfter.SecondsOf(response, time.GetUtcNow()) };
            var (start, _) = await BoundedBody.ReadAsync(response, ErrorReply.LongestBody, cancellationToken);
            return ErrorReply.Describe(response.Status, start.Span, pool, send, outcome);
        }

        if (feed is not null && send.Request is { IsChat: true, Stream: { } shown } && ChatStreamReader.IsStream(response))
        {
            var (reply, error) = await ChatStreamReader.ReadAsync(response, LongestAnswer, new StreamedText(feed, shown).Add, cancellationToken);
            return reply is null ? outcome with { Error = error } : JudgeCompletion(pool, send.Request, schema, reply, outcome);
        }

        var longest = send.Request.Similarity is null ? LongestAnswer : LongestEmbeddings;
        var (bytes, isWhole) = await BoundedBody.ReadAsync(response, longest, cancellationToken);
        if (!isWhole)
        {
            return outcome with { Error = $"The answer of pool '{pool.Name}' is longer than {longest / (1024 * 1024)} MB." };
        }

        return send.Request switch
        {
            { Audio: not null } => ReadTranscript(pool, bytes, outcome),
            { Similarity: { } similarity } => ReadEmbeddings(pool, similarity, bytes, outcome),
            _ => ReadCompletion(pool, send.Request, schema, bytes, outcome),
        };
    }

    private static ModelSendOutcome ReadCompletion(ModelPool pool, ModelCallRequest request, AnswerSchema? schema, ReadOnlyMemory<byte> body, ModelSendOutcome outcome) =>
        ChatReplyReader.Read(body, out var error) is { } reply ? JudgeCompletion(pool, request, schema, reply, outcome) : outcome with { Error = error };

    private static ModelSendOutcome JudgeCompletion(ModelPool pool, ModelCallRequest request, AnswerSchema? schema, ChatReply reply, ModelSendOutcome outcome)
    {
        outcome = outcome with
        {
            Model = reply.Model ?? pool.Model,
            Simulated = pool.IsSimulated || reply.IsSimulated,
            PromptTokens = reply.PromptTokens ?? outcome.PromptTokens,
            CompletionTokens = reply.CompletionTokens ?? TokenEstimate.Of(reply.Content) + TokenEstimate.Of(reply.Reasoning),
        };
        return AnswerJudge.Judge(reply, request, schema, outcome);
    }

    private static ModelSendOutcome ReadEmbeddings(ModelPool pool, ModelSimilarity similarity, ReadOnlyMemory<byte> body, ModelSendOutcome outcome)
    {
        if (EmbeddingReplyReader.Read(body, out var error) is not { } reply)
        {
            return outcome with { Error = error };
        }

        outcome = outcome with
        {
            Model = reply.Model ?? pool.Model,
            Simulated = pool.IsSimulated || reply.IsSimulated,
            PromptTokens = reply.PromptTokens ?? outcome.PromptTokens,
        };
        return SimilarityJudge.Judge(reply, similarity, outcome);
    }

    private static ModelSendOutcome ReadTranscript(ModelPool pool, ReadOnlyMemory<byte> body, ModelSendOutcome outcome)
    {
        if (TranscriptionReplyReader.Read(body, out var simulated, out var error) is not { } transcript)
        {
            return outcome with { Status = ModelSendStatus.Invalid, Error = error };
        }

        return outcome with
        {
            Status = ModelSendStatus.Answered,
            Answer = transcript.ToAnswer(),
            Simulated = pool.IsSimulated || simulated,
            CompletionTokens = TokenEstimate.Of(transcript.Text),
        };
    }

    private static string Reason(Exception exception) => exception switch
    {
        ClientResultException { InnerException: { } inner } => Reason(inner),
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } failed => failed.HttpRequestError.ToString(),
        HttpIOException failed => failed.HttpRequestError.ToString(),
        _ => "it broke",
    };
}
