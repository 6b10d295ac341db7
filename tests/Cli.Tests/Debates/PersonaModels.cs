using Workflows.Activities.Models;
using Workflows.Shared.Models;

namespace Workflows.Cli.Tests.Debates;

/// <summary>Models whose personas all quote the archive, until a test says that they are silent, or which of them fails.</summary>
internal sealed class PersonaModels : IModelClient
{
    public const string Evidence = "The archive holds forty thousand letters.";

    private const string Answer = $$"""{"summary":"It is so.","claims":[{"text":"There are many.","citations":[{"evidenceId":"archive","quote":"{{Evidence}}"}]}]}""";

    private readonly TaskCompletionSource _silent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _asked;

    /// <summary>After so many answers they are silent.</summary>
    public int Answers { get; init; } = int.MaxValue;

    /// <summary>The persona that always fails.</summary>
    public string? Failing { get; init; }

    /// <summary>How often they were asked.</summary>
    public int Asked => _asked;

    /// <summary>Ends when they are silent for the first time.</summary>
    public Task Silent => _silent.Task;

    public async Task<ModelSendOutcome> SendAsync(ModelPool pool, ModelSend send, int promptTokens, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _asked) > Answers)
        {
            _silent.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }

        return send.Request.Task == Failing
            ? new ModelSendOutcome { Status = ModelSendStatus.Refused, Error = "No.", SentAt = send.Lease.GrantedAt }
            : new ModelSendOutcome { Status = ModelSendStatus.Answered, Answer = Answer, SentAt = send.Lease.GrantedAt, Model = "scripted" };
    }
}
