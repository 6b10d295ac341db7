using System.Text.Json.Serialization;
using Workflows.Shared.Interview.Scenario;

namespace Workflows.Shared.Interview.Stages;

/// <summary>One stage of one interview, as it was decided before it began.</summary>
public sealed record PlannedStage
{
    /// <summary>Its place, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What its answer is addressed by; unique within the interview.</summary>
    public required string Key { get; init; }

    /// <summary>What people call it, in the interview's language.</summary>
    public required string Name { get; init; }

    /// <summary>What the caller called it; null: nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Given { get; init; }

    /// <summary>All that the scenario and the caller call it, normalised: by any of these an answer may address it.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>How it was found.</summary>
    public required StageMatch Match { get; init; }

    /// <summary>What its question takes up.</summary>
    public required FollowUpRule FollowUp { get; init; }

    /// <summary>The question that needs no model, with the role put in.</summary>
    public required string Question { get; init; }

    /// <summary>Whether the scenario does not know what the caller called it.</summary>
    [JsonIgnore]
    public bool IsMismatch => Match is StageMatch.Order or StageMatch.General;

    /// <summary>Whether its question is the one that needs no model.</summary>
    [JsonIgnore]
    public bool IsFixed => Match == StageMatch.General || FollowUp == FollowUpRule.None;
}
