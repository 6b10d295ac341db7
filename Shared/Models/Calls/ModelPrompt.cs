using System.Text.Json.Serialization;

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

    /// <summary>The user message; empty where <see cref="ContentKey"/> tells where it is.</summary>
    public required string User { get; init; }

    /// <summary>
    /// The key in the content store under which the user message stands as UTF-8, so that a long or private text is in no history; null: it is <see cref="User"/>.
    /// It has to stay there until the call has ended.
    /// </summary>
    public string? ContentKey { get; init; }

    /// <summary>The keys in the content store of images that are shown with the user message, in order; null: none. See <see cref="ModelCallRequest.WithImages"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? ImageKeys { get; init; }
}
