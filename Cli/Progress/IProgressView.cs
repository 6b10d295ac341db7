using Workflows.Cli.Runs;

namespace Workflows.Cli.Progress;

/// <summary>Shows how far a run is, until it is disposed of.</summary>
internal interface IProgressView : IAsyncDisposable
{
    /// <summary>Shows a state.</summary>
    void Show(RunState state);
}
