namespace Workflows.Durable.Client;

/// <summary>What a purge did.</summary>
public class PurgeResult
{
    /// <summary>Creates a result.</summary>
    /// <param name="count">How many instances were purged; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public PurgeResult(int count)
        : this(count, null)
    {
    }

    /// <summary>Creates a result.</summary>
    /// <param name="count">How many instances were purged; not negative.</param>
    /// <param name="isComplete">True when nothing is left to purge, false when something is, null when that is unknown.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public PurgeResult(int count, bool? isComplete)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        PurgedInstanceCount = count;
        IsComplete = isComplete;
    }

    /// <summary>How many instances were purged.</summary>
    public int PurgedInstanceCount { get; }

    /// <summary>True when nothing is left to purge, false when something is, null when that is unknown.</summary>
    public bool? IsComplete { get; }
}
