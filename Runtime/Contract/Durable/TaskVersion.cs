namespace Workflows.Durable;

/// <summary>The version of an orchestrator, activity or entity. Compared without regard to case; empty means unversioned.</summary>
public readonly struct TaskVersion : IEquatable<TaskVersion>
{
    /// <summary>The version of a task that was registered without one.</summary>
    public static readonly TaskVersion Unversioned = new(string.Empty);

    /// <summary>Creates a version. Null counts as unversioned.</summary>
    /// <param name="version">Any text; two to four dotted numbers are compared as numbers where versions are ordered.</param>
    /// <exception cref="ArgumentException">The version is blank but not empty.</exception>
    public TaskVersion(string version)
        => Version = string.IsNullOrEmpty(version) || !string.IsNullOrWhiteSpace(version)
            ? version ?? string.Empty
            : throw new ArgumentException("A version must not be whitespace only; leave it empty for an unversioned task.", nameof(version));

    /// <summary>The text of the version; empty when unversioned.</summary>
    public string Version => field ?? string.Empty;

    /// <summary>Turns a version into its text.</summary>
    /// <param name="value">The version.</param>
    public static implicit operator string(TaskVersion value) => value.Version;

    /// <summary>Turns text into a version.</summary>
    /// <param name="value">The text.</param>
    public static implicit operator TaskVersion(string value) => new(value);

    /// <summary>True when both versions are the same apart from case.</summary>
    /// <param name="a">One version.</param>
    /// <param name="b">The other.</param>
    public static bool operator ==(TaskVersion a, TaskVersion b) => a.Equals(b);

    /// <summary>True when the versions differ by more than case.</summary>
    /// <param name="a">One version.</param>
    /// <param name="b">The other.</param>
    public static bool operator !=(TaskVersion a, TaskVersion b) => !a.Equals(b);

    /// <summary>True when both versions are the same apart from case; the default value equals <see cref="Unversioned"/>.</summary>
    /// <param name="other">The other version.</param>
    public bool Equals(TaskVersion other)
        => string.Equals(Version, other.Version, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TaskVersion other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Version);

    /// <summary>The text of the version, or empty text.</summary>
    public override string ToString() => Version;
}
