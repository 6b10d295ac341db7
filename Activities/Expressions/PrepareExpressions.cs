using System.Text;
using Workflows.Activities.Content;
using Workflows.Shared.Expressions;
using Workflows.Shared.Expressions.Chunks;
using Workflows.Shared.Models;
using Workflows.Shared.Prompts.Expressions;
using Workflows.Shared.Subtitles;

namespace Workflows.Activities.Expressions;

/// <summary>Reads the subtitles, cuts them into chunks, puts each chunk and its prompt into the content store, and decides once in which order and how many at once are run.</summary>
public sealed class PrepareExpressions(IContentStore store, ModelCatalogue catalogue)
{
    /// <summary>The plan of an analysis.</summary>
    /// <param name="work">The analysis.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">The subtitles are not there, or no model is configured.</exception>
    /// <exception cref="InvalidSubtitlesException">They cannot be read.</exception>
    [Function(nameof(PrepareExpressions))]
    public async Task<ExpressionPlan> RunAsync([ActivityTrigger] ExpressionWork work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (!ExpressionContent.IsFolder(work.Folder))
        {
            throw new ArgumentException("This is no folder of an analysis.", nameof(work));
        }

        if (!catalogue.TryGetTask(ExpressionNames.Task, out ModelTask? task))
        {
            throw new InvalidOperationException($"No model is configured for the task {ExpressionNames.Task}.");
        }

        ExpressionRequest request = await ExpressionSource.ReadAsync(store, work.Folder, cancellationToken)
            ?? throw new InvalidOperationException("The subtitles are not in the content store any more; send them again.");
        SubtitleTrack track = ExpressionSubtitles.Read(request);
        IReadOnlyList<SubtitleChunk> chunks = SubtitleChunks.Of(track, work.Options.ChunkCharacters);
        IReadOnlyList<SubtitleChunk> wanted = work.Options.Test ? [chunks[0]] : chunks;
        List<ChunkFacts> order = [];
        foreach (SubtitleChunk chunk in work.Options.Parallel ? ChunkOrder.Of(wanted, work.Options) : wanted)
        {
            order.Add(await StoreAsync(work.Folder, chunk, cancellationToken));
        }

        return new ExpressionPlan
        {
            Subtitles = SubtitleFacts.Of(track),
            Chunks = chunks.Count,
            Order = order,
            Workers = ExpressionRules.Workers(work.Options, task.Fallbacks.Append(task.Pool).Sum(pool => catalogue.Pool(pool).MaxConcurrent), order.Count),
            HasCut = wanted.Any(chunk => chunk.IsCut),
        };
    }

    private async Task<ChunkFacts> StoreAsync(string folder, SubtitleChunk chunk, CancellationToken cancellationToken)
    {
        string prompt = ExpressionPrompt.UserText(chunk.Text);
        await StoredJson.WriteAsync(store, ExpressionContent.Chunk(folder, chunk.Number), chunk, ExpressionJson.Options, cancellationToken);
        await store.PutAsync(ExpressionContent.Prompt(folder, chunk.Number), Encoding.UTF8.GetBytes(prompt), cancellationToken);
        return new ChunkFacts { Number = chunk.Number, Start = chunk.Start, End = chunk.End, Tokens = TokenEstimate.Of(prompt) };
    }
}
