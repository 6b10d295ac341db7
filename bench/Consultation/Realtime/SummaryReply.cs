namespace Workflows.Bench.Consultation.Realtime;

/// <summary>What became of one request.</summary>
/// <param name="Due">When it was due, from the beginning of the run.</param>
/// <param name="Late">How much later the generator sent it.</param>
/// <param name="Took">From when it was due to the last byte of the answer: a generator that is late does not make the server look faster.</param>
/// <param name="Status">The HTTP status; 0: there was no answer.</param>
/// <param name="Model">Whether a model wrote the summary; false: degraded, or no summary at all.</param>
internal sealed record SummaryReply(TimeSpan Due, TimeSpan Late, TimeSpan Took, int Status, bool Model)
{
    /// <summary>From when it was sent to the last byte of the answer.</summary>
    public TimeSpan Served => Took - Late;

    /// <summary>When the answer was there, from the beginning of the run.</summary>
    public TimeSpan End => Due + Took;
}
