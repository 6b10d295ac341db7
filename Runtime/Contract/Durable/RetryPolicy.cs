namespace Workflows.Durable;

/// <summary>
/// Retries with growing pauses. The pause before attempt n+1 is first interval × coefficient^(n−1), at most the longest interval;
/// once the retry timeout has passed since the first attempt, a failure is not tried again.
/// </summary>
public class RetryPolicy
{
    /// <summary>Creates a policy.</summary>
    /// <param name="maxNumberOfAttempts">Attempts in all, the first included; at least 1.</param>
    /// <param name="firstRetryInterval">The pause before the second attempt; longer than zero.</param>
    /// <param name="backoffCoefficient">By what each further pause grows; at least 1, the default.</param>
    /// <param name="maxRetryInterval">The longest pause; one hour by default, <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</param>
    /// <param name="retryTimeout">How long after the first attempt a failure is still tried again; no limit by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside the range named above, or a limit is shorter than the first pause.</exception>
    public RetryPolicy(
        int maxNumberOfAttempts,
        TimeSpan firstRetryInterval,
        double backoffCoefficient = 1.0,
        TimeSpan? maxRetryInterval = null,
        TimeSpan? retryTimeout = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxNumberOfAttempts);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(firstRetryInterval, TimeSpan.Zero);
        if (!(backoffCoefficient >= 1.0) || double.IsInfinity(backoffCoefficient))
        {
            throw new ArgumentOutOfRangeException(nameof(backoffCoefficient), backoffCoefficient, "The coefficient must be a finite number of at least 1.");
        }

        MaxNumberOfAttempts = maxNumberOfAttempts;
        FirstRetryInterval = firstRetryInterval;
        BackoffCoefficient = backoffCoefficient;
        MaxRetryInterval = AtLeastFirst(maxRetryInterval ?? TimeSpan.FromHours(1), maxRetryInterval is null, firstRetryInterval, nameof(maxRetryInterval));
        RetryTimeout = AtLeastFirst(retryTimeout ?? Timeout.InfiniteTimeSpan, retryTimeout is null, firstRetryInterval, nameof(retryTimeout));
    }

    /// <summary>Attempts in all, the first included.</summary>
    public int MaxNumberOfAttempts { get; }

    /// <summary>The pause before the second attempt.</summary>
    public TimeSpan FirstRetryInterval { get; }

    /// <summary>By what each further pause grows.</summary>
    public double BackoffCoefficient { get; }

    /// <summary>The longest pause, or <see cref="Timeout.InfiniteTimeSpan"/>.</summary>
    public TimeSpan MaxRetryInterval { get; }

    /// <summary>How long after the first attempt a failure is still tried again, or <see cref="Timeout.InfiniteTimeSpan"/>.</summary>
    public TimeSpan RetryTimeout { get; }

    /// <summary>Which failures are retried, as set through <see cref="HandleFailure"/>; all by default.</summary>
    public Func<Exception, bool> Handle { get; private init; } = _ => true;

    /// <summary>Kept for source compatibility and not looked at; use <see cref="HandleFailure"/> or a retry handler.</summary>
    public Func<Exception, Task<bool>>? HandleAsync { get; set; }

    /// <summary>Which failures are retried: false, or an exception from the function, ends the retries and the last failure is thrown. Must be deterministic.</summary>
    /// <exception cref="ArgumentNullException">The function is null.</exception>
    public Func<TaskFailureDetails, bool> HandleFailure
    {
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            FailureFilter = value;
            Handle = exception => value(TaskFailureDetails.OfTask(exception));
        }
    }

    internal Func<TaskFailureDetails, bool> FailureFilter { get; private init; } = _ => true;

    private static TimeSpan AtLeastFirst(TimeSpan value, bool isDefault, TimeSpan first, string name)
        => isDefault || value == Timeout.InfiniteTimeSpan || value >= first
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "The limit must not be shorter than the first retry interval.");
}
