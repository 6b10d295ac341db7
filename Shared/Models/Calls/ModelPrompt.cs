namespace Workflows.Shared.Models;

/// <summary>What a model is asked. It is a conversation's text: it never reaches a log.</summary>
public sealed record ModelPrompt
{
    /// <summary>The prompt's id, for example <c>F2</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The version of its wording.</summary>
    public required string Version { get; init; }

    /// <summary>The system message.</summary>
    public required string System { get; init; }

    /// <summary>The user message.</summary>
    public required string User { get; init; }
}
