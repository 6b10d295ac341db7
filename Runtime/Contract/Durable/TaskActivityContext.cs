namespace Workflows.Durable;

/// <summary>Which call of an activity runs.</summary>
public abstract class TaskActivityContext
{
    /// <summary>For derived classes.</summary>
    protected TaskActivityContext()
    {
    }

    /// <summary>The name of the activity.</summary>
    public abstract TaskName Name { get; }

    /// <summary>The instance id of the orchestration that called.</summary>
    public abstract string InstanceId { get; }

    /// <summary>The version of the activity that was asked for; empty when unversioned.</summary>
    public virtual string Version => string.Empty;
}
