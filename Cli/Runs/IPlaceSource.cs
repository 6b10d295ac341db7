namespace Workflows.Cli.Runs;

/// <summary>Opens one kind of thing in a data folder or on a server.</summary>
/// <typeparam name="T">What is opened.</typeparam>
internal interface IPlaceSource<T>
    where T : class
{
    /// <summary>Opens a place; null when it is a data folder without a data file.</summary>
    /// <param name="target">The place.</param>
    /// <param name="runsWork">Whether work in a data folder goes on meanwhile; what changes anything needs that.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="CliException">The place cannot be used.</exception>
    Task<T?> OpenAsync(RunTarget target, bool runsWork, CancellationToken cancellation);
}
