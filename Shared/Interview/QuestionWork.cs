using System.Text.Json.Serialization;

namespace Workflows.Shared.Interview;

/// <summary>A question to be prepared.</summary>
public sealed record QuestionWork
{
    /// <summary>The interview's folder.</summary>
    public required string Folder { get; init; }

    /// <summary>The role.</summary>
    public required string Role { get; init; }

    /// <summary>The stage's number.</summary>
    public required int Stage { get; init; }

    /// <summary>The stage's name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it takes up the last answer.</summary>
    public required bool TakesUp { get; init; }

    /// <summary>What was asked and answered so far, in order.</summary>
    public required IReadOnlyList<TurnReference> Turns { get; init; }

    /// <summary>How like each passage of the documents is to the stage; null: it is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<double>? Likeness { get; init; }
}
