namespace Workflows.FunctionsWorker;

/// <summary>A failed function runs again after a pause that stays the same.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FixedDelayRetryAttribute : RetryAttribute
{
    /// <summary>Creates the attribute.</summary>
    /// <param name="maxRetryCount">How many runs may follow the first; −1: without end.</param>
    /// <param name="delayInterval">The pause, written <c>hh:mm:ss</c>.</param>
    public FixedDelayRetryAttribute(int maxRetryCount, string delayInterval)
    {
        MaxRetryCount = maxRetryCount;
        DelayInterval = delayInterval;
    }

    /// <summary>The pause, written <c>hh:mm:ss</c>.</summary>
    public string DelayInterval { get; }
}
