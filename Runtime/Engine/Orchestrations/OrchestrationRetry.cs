using Workflows.Durable;
using Workflows.Runtime.Engine.Failures;

namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>Repeats a call that failed, as its options say, with durable timers between the attempts.</summary>
internal static class OrchestrationRetry
{
    public static async Task<string?> RunAsync(EngineOrchestrationContext context, string name, TaskRetryOptions? retry, Func<Task<string?>> call)
    {
        if (retry is null)
        {
            return await call();
        }

        DateTime first = context.CurrentUtcDateTime;
        for (int attempt = 1; ; attempt++)
        {
            TaskFailedException failure;
            try
            {
                return await call();
            }
            catch (TaskFailedException e)
            {
                failure = e;
            }

            if (TaskNotFound.Is(failure.FailureDetails))
            {
                throw failure;
            }

            TimeSpan spent = context.CurrentUtcDateTime - first;
            if (retry.Policy is { } policy)
            {
                TimeSpan? delay = NextDelay(policy, attempt, spent, failure);
                if (delay is null)
                {
                    throw failure;
                }

                await context.CreateTimer(context.CurrentUtcDateTime + delay.Value, retryOf: name, CancellationToken.None);
            }
            else if (!await retry.Handler!(new RetryContext(context, attempt, failure.FailureDetails, spent, CancellationToken.None)))
            {
                throw failure;
            }
        }
    }

    private static TimeSpan? NextDelay(RetryPolicy policy, int attempt, TimeSpan spent, TaskFailedException failure)
    {
        bool inTime = policy.RetryTimeout == Timeout.InfiniteTimeSpan || spent < policy.RetryTimeout;
        if (attempt >= policy.MaxNumberOfAttempts || !Handles(policy, failure) || !inTime)
        {
            return null;
        }

        double ticks = policy.FirstRetryInterval.Ticks * Math.Pow(policy.BackoffCoefficient, attempt - 1);
        return ticks < policy.MaxRetryInterval.Ticks || policy.MaxRetryInterval < TimeSpan.Zero
            ? TimeSpan.FromTicks((long)Math.Min(ticks, TimeSpan.FromDays(3650).Ticks))
            : policy.MaxRetryInterval;
    }

    private static bool Handles(RetryPolicy policy, TaskFailedException failure)
    {
        try
        {
            return policy.Handle(failure);
        }
        catch (Exception)
        {
            // The filter is at fault, but what its caller must learn is why the task failed.
            return false;
        }
    }
}
