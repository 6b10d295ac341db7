namespace Workflows.FunctionsWorker;

/// <summary>How often the host has run a function again for the same trigger.</summary>
public abstract class RetryContext
{
    /// <summary>For derived classes.</summary>
    protected RetryContext()
    {
    }

    /// <summary>The number of this repetition; 0 in the first run.</summary>
    public abstract int RetryCount { get; }

    /// <summary>How many repetitions there may be; −1: without end.</summary>
    public abstract int MaxRetryCount { get; }
}
