namespace Workflows.Durable.Entities;

/// <summary>How an entity is signalled.</summary>
public record SignalEntityOptions
{
    /// <summary>When the signal is delivered; null: at once.</summary>
    public DateTimeOffset? SignalTime { get; init; }

    /// <summary>Options that deliver the signal at once.</summary>
    /// <param name="value">True for options, else null.</param>
    public static implicit operator SignalEntityOptions?(bool? value) => value == true ? new SignalEntityOptions() : null;

    /// <summary>Options that deliver the signal at a time.</summary>
    /// <param name="value">The time.</param>
    public static implicit operator SignalEntityOptions(DateTimeOffset value) => new() { SignalTime = value };
}
