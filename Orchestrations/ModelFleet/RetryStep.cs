using Workflows.Shared.Models;

namespace Workflows.Orchestrations.Fleet;

/// <summary>What follows a request.</summary>
internal sealed record RetryStep
{
    /// <summary>How the call ends; null: it goes on with another request.</summary>
    public ModelCallStatus? End { get; init; }

    /// <summary>Why it ends so, where that is more than what the last request came to; null: that says it.</summary>
    public string? Error { get; init; }

    /// <summary>How long to wait before that.</summary>
    public TimeSpan Delay { get; init; }

    public static RetryStep Again { get; } = new();

    public static RetryStep EndAs(ModelCallStatus status) => new() { End = status };
}
