namespace Workflows.Durable.Entities;

/// <summary>Thrown to the caller of an entity whose operation has failed. The entity's state is as it was before the operation.</summary>
public sealed class EntityOperationFailedException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="entityId">The entity.</param>
    /// <param name="operationName">The operation.</param>
    /// <param name="failureDetails">How it failed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="failureDetails"/> is null.</exception>
    public EntityOperationFailedException(EntityInstanceId entityId, string operationName, TaskFailureDetails failureDetails)
        : base(Describe(entityId, operationName, failureDetails ?? throw new ArgumentNullException(nameof(failureDetails))))
    {
        EntityId = entityId;
        OperationName = operationName;
        FailureDetails = failureDetails;
    }

    /// <summary>The entity.</summary>
    public EntityInstanceId EntityId { get; }

    /// <summary>The operation.</summary>
    public string OperationName { get; }

    /// <summary>How the operation failed.</summary>
    public TaskFailureDetails FailureDetails { get; }

    private static string Describe(EntityInstanceId id, string operation, TaskFailureDetails details)
        => $"Operation '{operation}' of entity '{id}' failed: {details.ErrorMessage}";
}
