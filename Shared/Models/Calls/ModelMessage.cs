namespace Workflows.Shared.Models;

/// <summary>One message of a conversation with a model.</summary>
public sealed record ModelMessage
{
    /// <summary>The role of a model's own words.</summary>
    public const string Assistant = "assistant";

    /// <summary>The role of who asks.</summary>
    public const string User = "user";

    /// <summary><see cref="Assistant"/> or <see cref="User"/>.</summary>
    public required string Role { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }
}
