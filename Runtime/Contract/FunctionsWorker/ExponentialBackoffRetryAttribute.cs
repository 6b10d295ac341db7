namespace Workflows.FunctionsWorker;

/// <summary>A failed function runs again after pauses that grow.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ExponentialBackoffRetryAttribute : RetryAttribute
{
    /// <summary>Creates the attribute.</summary>
    /// <param name="maxRetryCount">How many runs may follow the first; −1: without end.</param>
    /// <param name="minimumInterval">The shortest pause, written <c>hh:mm:ss</c>.</param>
    /// <param name="maximumInterval">The longest pause, written <c>hh:mm:ss</c>.</param>
    public ExponentialBackoffRetryAttribute(int maxRetryCount, string minimumInterval, string maximumInterval)
    {
        MaxRetryCount = maxRetryCount;
        MinimumInterval = minimumInterval;
        MaximumInterval = maximumInterval;
    }

    /// <summary>The shortest pause, written <c>hh:mm:ss</c>.</summary>
    public string MinimumInterval { get; }

    /// <summary>The longest pause, written <c>hh:mm:ss</c>.</summary>
    public string MaximumInterval { get; }
}
