namespace Workflows.Shared.Interview.Scenario;

/// <summary>One stage of a scenario.</summary>
public sealed record ScenarioStage
{
    /// <summary>Its key: lower-case letters, digits and hyphens.</summary>
    public required string Key { get; init; }

    /// <summary>Its name.</summary>
    public required ScenarioText Names { get; init; }

    /// <summary>What others call it, in any language.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What its question takes up of what was said before.</summary>
    public FollowUpRule FollowUp { get; init; } = FollowUpRule.Stage;

    /// <summary>What it is there to find out.</summary>
    public required ScenarioText Purpose { get; init; }

    /// <summary>What the model is told to ask.</summary>
    public required ScenarioText Prompt { get; init; }

    /// <summary>The question that is asked when no model gives one in time, and of a stage without follow-up always. <c>{role}</c> stands for the role.</summary>
    public required ScenarioText Fallback { get; init; }
}
