namespace Workflows.Planner.Yardsticks;

/// <summary>
/// The source document's own algorithm as a plain simulation: a semaphore before the primary, a limiter of calls a minute before the secondary, both first come first served, and a
/// balancer that places each call when it is submitted. A piece's checks begin when its review ends; what looks across files begins when all of them have. Nothing fails here.
/// </summary>
/// <remarks>
/// The document's code and its table differ, so both are simulated and the better one counts: as written (constant average times, every call but the primary's own may go either way), and
/// as meant (the table says what may go either way, average times are those seen).
/// </remarks>
public static class DocumentAlgorithm
{
    /// <summary>Seconds from the start to the end of the last call.</summary>
    public static double Makespan(Workload work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Math.Min(new DocumentRun(work, asWritten: true).Run(), new DocumentRun(work, asWritten: false).Run());
    }
}
