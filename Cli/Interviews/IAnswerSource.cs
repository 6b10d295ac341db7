using Workflows.Shared.Interview.Stages;

namespace Workflows.Cli.Interviews;

/// <summary>Where answers come from.</summary>
internal interface IAnswerSource
{
    /// <summary>Whether somebody sits at a terminal, to whom a moving bar would be in the way.</summary>
    bool IsPerson { get; }

    /// <summary>The answer to a question; null: there is none.</summary>
    /// <param name="stage">The open stage.</param>
    /// <param name="stop">Gives up.</param>
    Task<GivenAnswer?> NextAsync(PlannedStage stage, CancellationToken stop);

    /// <summary>What to say when there is no answer.</summary>
    /// <param name="stage">The open stage.</param>
    string Exhausted(PlannedStage stage);
}
