namespace Workflows.Bench.Schedule;

/// <summary>Counts what was kept and what was missed.</summary>
internal sealed class Tally(TextWriter output)
{
    private int _kept;
    private int _missed;

    public TextWriter Output => output;

    /// <summary>Notes a target.</summary>
    /// <returns>A word for it.</returns>
    public string Note(bool isKept)
    {
        _ = isKept ? _kept++ : _missed++;
        return isKept ? "kept" : "MISSED";
    }

    /// <summary>Writes the last line.</summary>
    /// <returns>The exit code.</returns>
    public int End()
    {
        output.WriteLine($"Passed: {_kept}, Failed: {_missed}");
        return _missed == 0 ? 0 : 1;
    }
}
