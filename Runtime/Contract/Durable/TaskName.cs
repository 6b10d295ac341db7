namespace Workflows.Durable;

/// <summary>
/// The name of an orchestrator, activity or entity. Names are compared without regard to case; the default value is the empty name.
/// </summary>
public readonly struct TaskName : IEquatable<TaskName>
{
    /// <summary>Creates a name. A null name gives the default value.</summary>
    /// <param name="name">The name, or null.</param>
    public TaskName(string name)
    {
        Name = name;
        Version = name is null ? null! : string.Empty;
    }

    /// <summary>The name as it was written; null for the default value.</summary>
    public string Name { get; }

    /// <summary>Kept for source compatibility: empty for a name, null for the default value. Versions travel as <see cref="TaskVersion"/>.</summary>
    public string Version { get; }

    /// <summary>Turns a name into its text.</summary>
    /// <param name="value">The name.</param>
    public static implicit operator string(TaskName value) => value.Name;

    /// <summary>Turns text into a name; null or empty text gives the default value.</summary>
    /// <param name="value">The text.</param>
    public static implicit operator TaskName(string value) => string.IsNullOrEmpty(value) ? default : new TaskName(value);

    /// <summary>True when both names are the same apart from case.</summary>
    /// <param name="a">One name.</param>
    /// <param name="b">The other.</param>
    public static bool operator ==(TaskName a, TaskName b) => a.Equals(b);

    /// <summary>True when the names differ by more than case.</summary>
    /// <param name="a">One name.</param>
    /// <param name="b">The other.</param>
    public static bool operator !=(TaskName a, TaskName b) => !a.Equals(b);

    /// <summary>True when both names are the same apart from case.</summary>
    /// <param name="other">The other name.</param>
    public bool Equals(TaskName other) => string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TaskName other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Name is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(Name);

    /// <summary>The name, or empty text for the default value.</summary>
    public override string ToString() => Name ?? string.Empty;
}
