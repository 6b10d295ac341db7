using Workflows.Cli.Runs;

namespace Workflows.Cli.Callbacks;

/// <summary>Opens the callbacks of a place.</summary>
internal interface ICallbacksSource
{
    /// <summary>Opens a place; null when it is a data folder without a data file.</summary>
    /// <param name="target">The place.</param>
    /// <param name="runsWork">Whether work in a data folder goes on meanwhile; what is sent again needs that.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="CliException">The place cannot be used.</exception>
    Task<ICallbacks?> OpenAsync(RunTarget target, bool runsWork, CancellationToken cancellation);
}
