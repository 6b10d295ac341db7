using System.Text.Json;
using System.Text.RegularExpressions;
using Workflows.Activities.Models;
using Workflows.Shared.Models;

namespace Workflows.Cli.Tests.Expressions;

/// <summary>Models that find the first words of every chunk worth learning, until a test says that they are silent, or which chunk fails.</summary>
internal sealed partial class FilmModels : IModelClient
{
    private readonly TaskCompletionSource _silent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _asked;

    /// <summary>After so many answers they are silent.</summary>
    public int Answers { get; init; } = int.MaxValue;

    /// <summary>A chunk in which this is said always fails.</summary>
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

        string chunk = send.Request.Prompt.User;
        return Failing is { } failing && chunk.Contains(failing, StringComparison.Ordinal)
            ? new ModelSendOutcome { Status = ModelSendStatus.Refused, Error = "No.", SentAt = send.Lease.GrantedAt }
            : new ModelSendOutcome { Status = ModelSendStatus.Answered, Answer = Answer(FirstLine().Match(chunk)), SentAt = send.Lease.GrantedAt, Model = "scripted" };
    }

    private static string Answer(Match line) => JsonSerializer.Serialize(new
    {
        expressions = new[]
        {
            new
            {
                expression = line.Groups["text"].Value,
                translation = "번역",
                meaning = "그런 뜻이다.",
                usage = "누구나 쓴다.",
                similar = Array.Empty<string>(),
                lines = new[] { int.Parse(line.Groups["number"].Value, null) },
            },
        },
    });

    [GeneratedRegex(@"^\[(?<number>\d+)\] (?:[A-Z]+: )?(?<text>[\w']+(?: [\w']+){0,3})", RegexOptions.Multiline)]
    private static partial Regex FirstLine();
}
