using System.Text.Json;
using Workflows.Activities.Content;
using Workflows.Shared.Expressions;
using Workflows.Shared.Expressions.Chunks;
using Workflows.Shared.Models;

namespace Workflows.Activities.Expressions;

/// <summary>Makes of a model's answer what counts of it, with the chunk's own cues for times and context.</summary>
public sealed class ReadChunkAnswer(IContentStore store)
{
    /// <summary>The expressions.</summary>
    /// <param name="work">The answer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">The chunk is not there any more.</exception>
    [Function(nameof(ReadChunkAnswer))]
    public async Task<IReadOnlyList<FoundExpression>> RunAsync([ActivityTrigger] ChunkWork work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        SubtitleChunk chunk = await StoredJson.ReadAsync<SubtitleChunk>(store, ExpressionContent.Chunk(work.Folder, work.Chunk), ExpressionJson.Options, cancellationToken)
            ?? throw new InvalidOperationException("The chunk is not in the content store any more.");
        return ChunkReading.Of(chunk, JsonSerializer.Deserialize<ChunkAnswer>(work.Answer, AnswerJson.Options)!, work.Options);
    }
}
