namespace Workflows.Durable;

/// <summary>When a failed task is tried again: by a policy or by a handler, never both.</summary>
public sealed class TaskRetryOptions
{
    /// <summary>Retries by a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is null.</exception>
    public TaskRetryOptions(RetryPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Policy = policy;
    }

    /// <summary>Retries as long as a handler answers true.</summary>
    /// <param name="handler">The handler; it runs in the orchestrator and must be deterministic.</param>
    /// <exception cref="ArgumentNullException"><paramref name="handler"/> is null.</exception>
    public TaskRetryOptions(AsyncRetryHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        Handler = handler;
    }

    /// <summary>The policy; null when a handler decides.</summary>
    public RetryPolicy? Policy { get; }

    /// <summary>The handler; null when a policy decides.</summary>
    public AsyncRetryHandler? Handler { get; }

    /// <summary>Retries by a policy.</summary>
    /// <param name="policy">The policy.</param>
    public static implicit operator TaskRetryOptions(RetryPolicy policy) => FromRetryPolicy(policy);

    /// <summary>Retries as long as a handler answers true.</summary>
    /// <param name="handler">The handler.</param>
    public static implicit operator TaskRetryOptions(AsyncRetryHandler handler) => FromRetryHandler(handler);

    /// <summary>Retries as long as a handler answers true.</summary>
    /// <param name="handler">The handler.</param>
    public static implicit operator TaskRetryOptions(RetryHandler handler) => FromRetryHandler(handler);

    /// <summary>Retries by a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is null.</exception>
    public static TaskRetryOptions FromRetryPolicy(RetryPolicy policy) => new(policy);

    /// <summary>Retries as long as a handler answers true.</summary>
    /// <param name="handler">The handler.</param>
    /// <exception cref="ArgumentNullException"><paramref name="handler"/> is null.</exception>
    public static TaskRetryOptions FromRetryHandler(AsyncRetryHandler handler) => new(handler);

    /// <summary>Retries as long as a handler answers true.</summary>
    /// <param name="handler">The handler.</param>
    /// <exception cref="ArgumentNullException"><paramref name="handler"/> is null.</exception>
    public static TaskRetryOptions FromRetryHandler(RetryHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return new TaskRetryOptions(context => Task.FromResult(handler(context)));
    }
}
