using Workflows.Shared.Expressions.Selection;

namespace Workflows.Shared.Expressions;

/// <summary>Puts a report together.</summary>
public static class ExpressionAssembly
{
    /// <summary>
    /// The report. Chunks that cannot count are in none of its lists, whether they were run, failed or not: so it is the same in whatever order chunks were run. It is partial when a chunk failed that counts,
    /// and failed when all of them did.
    /// </summary>
    /// <param name="track">What was read.</param>
    /// <param name="options">What was asked for.</param>
    /// <param name="chunks">How many chunks the track has.</param>
    /// <param name="workers">How many were analysed at once at most.</param>
    /// <param name="selection">The expressions of every chunk that succeeded.</param>
    /// <param name="failed">The chunks that failed at last.</param>
    /// <param name="seconds">Seconds from the start to the end.</param>
    /// <param name="simulated">Whether the simulator answered anything.</param>
    public static ExpressionReport Report(SubtitleFacts track, ExpressionOptions options, int chunks, int workers, ExpressionSelection selection, IEnumerable<FailedChunk> failed, double seconds, bool simulated)
    {
        ArgumentNullException.ThrowIfNull(track);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(failed);
        int counted = selection.Counted(options.Test ? Math.Min(1, chunks) : chunks);
        FailedChunk[] counting = [.. failed.Where(one => one.Chunk <= counted).OrderBy(one => one.Chunk)];
        return new ExpressionReport
        {
            Status = counting.Length == 0 ? ExpressionStatus.Complete : counting.Length < counted ? ExpressionStatus.Partial : ExpressionStatus.Failed,
            Options = options,
            Subtitles = track,
            Chunks = chunks,
            CountedChunks = counted,
            Workers = workers,
            Expressions = selection.Result(),
            FailedChunks = counting,
            Warnings = ExpressionRules.Warnings(options),
            Seconds = seconds,
            Simulated = simulated,
        };
    }
}
