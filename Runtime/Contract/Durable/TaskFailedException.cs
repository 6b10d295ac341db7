namespace Workflows.Durable;

/// <summary>Thrown in an orchestrator when an activity or sub-orchestration that it awaits has failed, after its retries.</summary>
public sealed class TaskFailedException : Exception
{
    /// <summary>Creates the exception from the exception of the failed task.</summary>
    /// <param name="taskName">The name of the task.</param>
    /// <param name="taskId">The sequence number of the task in its orchestration.</param>
    /// <param name="innerException">The exception of the task.</param>
    /// <exception cref="ArgumentNullException"><paramref name="innerException"/> is null.</exception>
    public TaskFailedException(string taskName, int taskId, Exception innerException)
        : base(Describe(taskName, taskId, (innerException ?? throw new ArgumentNullException(nameof(innerException))).Message), innerException)
    {
        TaskName = taskName;
        TaskId = taskId;
        FailureDetails = TaskFailureDetails.FromException(innerException);
    }

    /// <summary>Creates the exception from recorded details.</summary>
    /// <param name="taskName">The name of the task.</param>
    /// <param name="taskId">The sequence number of the task in its orchestration.</param>
    /// <param name="failureDetails">How the task failed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="failureDetails"/> is null.</exception>
    public TaskFailedException(string taskName, int taskId, TaskFailureDetails failureDetails)
        : base(Describe(taskName, taskId, (failureDetails ?? throw new ArgumentNullException(nameof(failureDetails))).ErrorMessage))
    {
        TaskName = taskName;
        TaskId = taskId;
        FailureDetails = failureDetails;
    }

    /// <summary>The name of the task that failed.</summary>
    public string TaskName { get; }

    /// <summary>The sequence number of the task in its orchestration; the same on every replay.</summary>
    public int TaskId { get; }

    /// <summary>How the task failed.</summary>
    public TaskFailureDetails FailureDetails { get; }

    /// <summary>True when the task failed with <typeparamref name="T"/> or a type derived from it.</summary>
    /// <typeparam name="T">The exception type to look for.</typeparam>
    public bool IsCausedByException<T>()
        where T : Exception
        => FailureDetails.IsCausedBy<T>();

    private static string Describe(string name, int id, string message)
        => $"Task '{name}' (#{id}) failed with an unhandled exception: {message}";
}
