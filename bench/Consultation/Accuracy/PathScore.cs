using System.Diagnostics;

namespace Workflows.Bench.Consultation.Accuracy;

/// <summary>How one path did on the dialogues.</summary>
internal sealed class PathScore
{
    private readonly List<double> _seconds = [];

    /// <summary>Dialogues with a summary.</summary>
    public int Summaries { get; private set; }

    /// <summary>Dialogues without one.</summary>
    public int Failures { get; private set; }

    /// <summary>Labelled facts, those of dialogues without a summary included.</summary>
    public int Facts { get; private set; }

    /// <summary>Facts that the summaries say.</summary>
    public int Covered { get; private set; }

    /// <summary>Claims of the summaries.</summary>
    public int Claims { get; private set; }

    /// <summary>Claims that the dialogues support.</summary>
    public int Supported { get; private set; }

    /// <summary>The median time of a summary.</summary>
    public double MedianSeconds => _seconds.Count == 0 ? 0 : _seconds.Order().ElementAt(_seconds.Count / 2);

    /// <summary>Summarises the dialogues, a few at a time.</summary>
    public static async Task<PathScore> OfAsync(ISummaryPath path, IEnumerable<LabelledDialogue> dialogues, CancellationToken cancellation)
    {
        const int AtOnce = 4;
        PathScore score = new();
        await Parallel.ForEachAsync(dialogues, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (dialogue, token) =>
        {
            long start = Stopwatch.GetTimestamp();
            string? summary = await path.SummariseAsync(dialogue, token);
            score.Add(dialogue, summary, Stopwatch.GetElapsedTime(start).TotalSeconds);
        });
        return score;
    }

    private void Add(LabelledDialogue dialogue, string? summary, double seconds)
    {
        lock (_seconds)
        {
            _seconds.Add(seconds);
            Facts += dialogue.Facts.Count;
            if (string.IsNullOrWhiteSpace(summary))
            {
                Failures++;
                return;
            }

            IReadOnlyList<(string Claim, bool IsSupported)> claims = ClaimSupport.Of(dialogue, summary);
            Summaries++;
            Covered += dialogue.Facts.Count - FactCoverage.Missing(dialogue, summary).Count;
            Claims += claims.Count;
            Supported += claims.Count(claim => claim.IsSupported);
        }
    }
}
