namespace Workflows.Shared.Interview.Scenario;

/// <summary>The course of an interview, as data.</summary>
public sealed record InterviewScenario
{
    /// <summary>The most stages: what keeps an interview's history short.</summary>
    public const int MostStages = 15;

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The stages in their order.</summary>
    public required IReadOnlyList<ScenarioStage> Stages { get; init; }

    /// <summary>What is asked in stages that the scenario does not know.</summary>
    public required ScenarioQuestions General { get; init; }
}
