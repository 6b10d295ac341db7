namespace Workflows.FunctionsWorker;

/// <summary>Base of the attributes that let the host run a failed function again.</summary>
public abstract class RetryAttribute : Attribute
{
    /// <summary>For derived classes.</summary>
    public RetryAttribute()
    {
    }

    /// <summary>How many runs may follow the first; −1: without end.</summary>
    public int MaxRetryCount { get; set; }
}
