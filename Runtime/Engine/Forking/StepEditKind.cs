namespace Workflows.Runtime.Engine.Forking;

/// <summary>What is changed at a step.</summary>
public enum StepEditKind
{
    /// <summary>The step is done again with this input.</summary>
    Input,

    /// <summary>The step counts as done with this result.</summary>
    Result,
}
