using System.Text.Json.Serialization;

namespace Workflows.Shared.Interview;

/// <summary>The report of an interview.</summary>
public sealed record InterviewReport
{
    /// <summary>How it ended.</summary>
    public required InterviewEnd Status { get; init; }

    /// <summary>The role.</summary>
    public required string Role { get; init; }

    /// <summary><c>en</c> or <c>ko</c>.</summary>
    public required string Language { get; init; }

    /// <summary>How many stages it had.</summary>
    public required int StagesInAll { get; init; }

    /// <summary>The stages that were begun.</summary>
    public required IReadOnlyList<StageReport> Stages { get; init; }

    /// <summary>The mean of the stages' scores, from 1 to 5; null: nothing was analysed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Score { get; init; }

    /// <summary>What a model makes of it all; null: there is no answer to that.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public InterviewSummary? Summary { get; init; }

    /// <summary>What is missing, a sentence each.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Seconds from the start to the report.</summary>
    public required double Seconds { get; init; }

    /// <summary>Whether the simulator took part.</summary>
    public bool Simulated { get; init; }
}
