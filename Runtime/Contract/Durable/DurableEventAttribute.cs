namespace Workflows.Durable;

/// <summary>Gives the payload type of an external event the event's name.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class DurableEventAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    /// <param name="name">The event's name; null: the name of the type.</param>
    public DurableEventAttribute(string? name = null) => Name = string.IsNullOrEmpty(name) ? default : new TaskName(name);

    /// <summary>The event's name; the default value when the type's own name counts.</summary>
    public TaskName Name { get; }
}
