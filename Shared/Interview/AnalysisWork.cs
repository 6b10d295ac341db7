using System.Text.Json.Serialization;

namespace Workflows.Shared.Interview;

/// <summary>An analysis to be prepared.</summary>
public sealed record AnalysisWork
{
    /// <summary>The interview's folder.</summary>
    public required string Folder { get; init; }

    /// <summary>The role.</summary>
    public required string Role { get; init; }

    /// <summary>What was asked and answered.</summary>
    public required TurnReference Turn { get; init; }

    /// <summary>By which rubric.</summary>
    public required AnalysisMode Mode { get; init; }

    /// <summary>How like each passage of the documents is to the stage; null: it is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<double>? Likeness { get; init; }
}
