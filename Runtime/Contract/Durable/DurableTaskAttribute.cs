namespace Workflows.Durable;

/// <summary>Gives an orchestrator, activity or entity class its name and version.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DurableTaskAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    /// <param name="name">The name; null: the name of the class.</param>
    public DurableTaskAttribute(string? name = null) => Name = string.IsNullOrEmpty(name) ? default : new TaskName(name);

    /// <summary>The name; the default value when the class's own name counts.</summary>
    public TaskName Name { get; }

    /// <summary>The version; null: unversioned.</summary>
    public string? Version { get; set; }
}
