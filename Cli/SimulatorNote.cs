namespace Workflows.Cli;

/// <summary>Says that no model has answered.</summary>
internal static class SimulatorNote
{
    /// <summary>The note.</summary>
    public const string Text = "answered by the simulator, not by a model; to use one see \"A model endpoint\" in the README";
}
