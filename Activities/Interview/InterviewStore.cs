using System.Text;
using Workflows.Activities.Content;
using Workflows.Shared.Interview;
using Workflows.Shared.Models;
using Workflows.Shared.Prompts.Interview;

namespace Workflows.Activities.Interview;

/// <summary>Reads and writes the content of interviews.</summary>
internal static class InterviewStore
{
    /// <exception cref="ArgumentException">It is no folder of an interview.</exception>
    public static void Check(string folder)
    {
        if (!InterviewContent.IsFolder(folder))
        {
            throw new ArgumentException("This is no folder of an interview.", nameof(folder));
        }
    }

    /// <summary>The documents.</summary>
    /// <exception cref="InvalidOperationException">They are not there any more.</exception>
    public static async Task<InterviewSource> SourceAsync(IContentStore store, string folder, CancellationToken cancellationToken) =>
        await StoredJson.ReadAsync<InterviewSource>(store, InterviewContent.Source(folder), InterviewJson.Options, cancellationToken)
        ?? throw new InvalidOperationException("The interview's content is not in the content store any more.");

    /// <summary>What an answer says: what was heard of a spoken one, then what was written; null: it says nothing that is known.</summary>
    public static async Task<string?> AnswerAsync(IContentStore store, string folder, TurnReference turn, CancellationToken cancellationToken)
    {
        string? written = (await StoredJson.ReadAsync<StoredAnswer>(store, InterviewContent.Answer(folder, turn.Stage, turn.Hash), InterviewJson.Options, cancellationToken))?.Text;
        string? heard = await store.GetAsync(InterviewContent.Transcript(folder, turn.Stage), cancellationToken) is { } text ? Encoding.UTF8.GetString(text.Span) : null;
        string all = string.Join("\n\n", new[] { heard, written }.Where(part => !string.IsNullOrWhiteSpace(part)));
        return all.Length > 0 ? all : null;
    }

    /// <summary>Turns with what was answered.</summary>
    public static async Task<IReadOnlyList<InterviewTurn>> TurnsAsync(IContentStore store, string folder, IReadOnlyList<TurnReference> turns, CancellationToken cancellationToken)
    {
        List<InterviewTurn> read = [];
        foreach (TurnReference turn in turns)
        {
            read.Add(new InterviewTurn(turn.Name, turn.Question, await AnswerAsync(store, folder, turn, cancellationToken)));
        }

        return read;
    }

    /// <summary>Puts a user message where the request finds it.</summary>
    public static async Task<PreparedPrompt> PromptAsync(IContentStore store, string folder, string key, string text, CancellationToken cancellationToken)
    {
        await KeepAsync(store, folder, key, text, cancellationToken);
        return new PreparedPrompt(key, TokenEstimate.Of(text));
    }

    /// <summary>
    /// Keeps a text with the interview; nothing of one that is deleted meanwhile. An activity goes on for a moment when its interview is terminated: the later of
    /// the two, it or the deletion, leaves the folder empty.
    /// </summary>
    public static async Task KeepAsync(IContentStore store, string folder, string key, string text, CancellationToken cancellationToken)
    {
        await store.PutAsync(key, Encoding.UTF8.GetBytes(text), cancellationToken);
        if (await store.GetAsync(InterviewContent.Source(folder), CancellationToken.None) is null)
        {
            await store.DeleteAsync(folder, CancellationToken.None);
        }
    }
}
