using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine;

/// <summary>Tells of turns that cannot be written: one line for a fault of the file, however many turns it hits and however long it lasts.</summary>
internal sealed class TurnTrouble(EngineLog log, string dataFile)
{
    private int _failing;

    /// <summary>Whether the last turn could not be written because of the file.</summary>
    public bool IsLasting => Volatile.Read(ref _failing) != 0;

    public void Written()
    {
        if (Volatile.Read(ref _failing) != 0 && Interlocked.Exchange(ref _failing, 0) != 0)
        {
            log.WritesAgain(dataFile);
        }
    }

    public void NotWritten(string actor, Exception error)
    {
        if (error is not JournalException || Interlocked.Exchange(ref _failing, 1) == 0)
        {
            log.TurnNotWritten(actor, error);
        }
        else
        {
            log.TurnStillNotWritten(actor, error);
        }
    }
}
