using System.Globalization;

namespace Workflows.Bench.Consultation.Realtime;

/// <summary>What is said of the answers of a run.</summary>
internal sealed class SummaryFigures
{
    /// <summary>What the document promises.</summary>
    public static readonly TimeSpan Promise = TimeSpan.FromSeconds(3);

    /// <summary>The columns of <see cref="Row"/>.</summary>
    public static readonly IReadOnlyList<string> Columns = ["case", "requests", "per second", "p50 s", "p99 s", "slowest s", "which was due at s", "generator late s", "from models", "degraded", "not 200", "in 3.0 s", "none 5xx"];

    private readonly TimeSpan[] _due;

    /// <param name="replies">The answers; at least one.</param>
    public SummaryFigures(IReadOnlyList<SummaryReply> replies)
    {
        _due = [.. replies.Select(reply => reply.Took).Order()];
        Count = replies.Count;
        SummaryReply slowest = replies.MaxBy(reply => reply.Served)!;
        Slowest = slowest.Served;
        SlowestDue = slowest.Due - replies.Min(reply => reply.Due);
        Late = replies.Max(reply => reply.Late);
        Errors = replies.Count(reply => reply.Status is 0 or >= 500);
        NotOk = replies.Count(reply => reply.Status != 200);
        OfModels = replies.Count(reply => reply.Model);
    }

    /// <summary>Requests.</summary>
    public int Count { get; }

    /// <summary>The longest time from sending to the last byte of the answer.</summary>
    public TimeSpan Slowest { get; }

    /// <summary>When that one was due, from the first request on.</summary>
    public TimeSpan SlowestDue { get; }

    /// <summary>The longest that the generator itself was late.</summary>
    public TimeSpan Late { get; }

    /// <summary>Requests without an answer, or with a 5xx.</summary>
    public int Errors { get; }

    /// <summary>Requests that were not answered with 200.</summary>
    public int NotOk { get; }

    /// <summary>Summaries that a model wrote.</summary>
    public int OfModels { get; }

    /// <summary>The share that no model wrote.</summary>
    public double Degraded => 1 - ((double)OfModels / Count);

    /// <summary>Of the times from when each request was due.</summary>
    public TimeSpan P99 => At(0.99);

    /// <summary>Whether every answer came in time.</summary>
    public bool IsInTime => Slowest <= Promise;

    /// <summary>A row of the table.</summary>
    /// <param name="name">The case.</param>
    /// <param name="perSecond">The rate.</param>
    /// <param name="inTime">What the table says of the promise.</param>
    /// <param name="noErrors">What it says of errors.</param>
    public IReadOnlyList<string> Row(string name, double perSecond, string inTime, string noErrors) =>
    [
        name, Count.ToString(CultureInfo.InvariantCulture), perSecond.ToString("0.0", CultureInfo.InvariantCulture), Seconds(At(0.5)), Seconds(P99), Seconds(Slowest), Seconds(SlowestDue), Seconds(Late),
        OfModels.ToString(CultureInfo.InvariantCulture), Degraded.ToString("P1", CultureInfo.InvariantCulture), NotOk.ToString(CultureInfo.InvariantCulture), inTime, noErrors,
    ];

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    private TimeSpan At(double share) => _due[Math.Max((int)Math.Ceiling(_due.Length * share) - 1, 0)];
}
