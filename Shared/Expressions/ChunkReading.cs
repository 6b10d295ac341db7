using Workflows.Shared.Expressions.Alignment;
using Workflows.Shared.Expressions.Chunks;
using Workflows.Shared.Expressions.Selection;
using Workflows.Shared.Subtitles;

namespace Workflows.Shared.Expressions;

/// <summary>Makes of a model's answer what counts of it.</summary>
public static class ChunkReading
{
    private const int MostContext = 10;
    private const int MostSimilar = 5;

    /// <summary>
    /// The chunk's expressions, in the model's order: without those that have no words or stand there twice, and no more than the options allow. Times and context come from the subtitles; what the model says of
    /// places only decides between several.
    /// </summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="answer">An answer that is valid by its schema.</param>
    /// <param name="options">The options.</param>
    public static IReadOnlyList<FoundExpression> Of(SubtitleChunk chunk, ChunkAnswer answer, ExpressionOptions options)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(options);
        ExpressionAligner aligner = new(chunk);
        return [.. answer.Expressions
            .Where(one => ExpressionKey.Of(one.Expression).Length > 0)
            .DistinctBy(one => ExpressionKey.Of(one.Expression), StringComparer.Ordinal)
            .Take(options.MaxPerChunk)
            .Select(one => Found(one, chunk, aligner))];
    }

    private static FoundExpression Found(ChunkExpression one, SubtitleChunk chunk, ExpressionAligner aligner)
    {
        (ExpressionTiming? timing, TimingMiss? miss) = aligner.Find(one.Expression, one.Lines);
        return new FoundExpression
        {
            Expression = Plain(one.Expression),
            Translation = Plain(one.Translation),
            Meaning = Plain(one.Meaning),
            Usage = Plain(one.Usage),
            Similar = [.. one.Similar.Select(Plain).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal).Take(MostSimilar)],
            ContextLines = Context(one, chunk, timing),
            Chunk = chunk.Number,
            Timing = timing,
            TimingReason = miss,
        };
    }

    /// <summary>The lines that the model names, when the expression is among them or nowhere; else those in which it stands.</summary>
    private static List<string> Context(ChunkExpression one, SubtitleChunk chunk, ExpressionTiming? timing)
    {
        HashSet<int> lines = [.. one.Lines];
        List<SubtitleCue> named = [.. chunk.Cues.Where(cue => lines.Contains(cue.Number))];
        bool isNamed = timing is null || named.Any(cue => IsTouched(cue));
        return [.. (isNamed ? named : []).Concat(chunk.Cues.Where(IsTouched)).Distinct().OrderBy(cue => cue.Number).Take(MostContext).Select(cue => cue.Text)];

        bool IsTouched(SubtitleCue cue) => timing is not null && cue.Number >= timing.FirstCue && cue.Number <= timing.LastCue;
    }

    private static string Plain(string text) => SafeText.Line(text, 2_000);
}
