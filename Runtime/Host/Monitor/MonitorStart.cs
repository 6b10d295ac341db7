using System.Text.Json;

namespace Workflows.Runtime.Host.Monitor;

/// <summary>How an orchestration is started.</summary>
public sealed record MonitorStart
{
    /// <summary>What it does, in a sentence.</summary>
    public string? Description { get; init; }

    /// <summary>The type that its input is read as; the monitor makes a JSON schema of it, and refuses an input that cannot be read so. Null: not known.</summary>
    public Type? InputType { get; init; }

    /// <summary>How the input is read; the application's durable converter by default.</summary>
    public JsonSerializerOptions? Json { get; init; }

    /// <summary>An input to begin with; it is written as JSON by its runtime type.</summary>
    public object? Example { get; init; }

    /// <summary>False for one that only other orchestrations start. Default true.</summary>
    public bool Startable { get; init; } = true;
}
