namespace Workflows.Cli.Runs;

/// <summary>Opens the runs of a place.</summary>
internal interface IRunsSource
{
    /// <summary>Opens a place to run things in; a data folder is made when missing, and its unfinished runs go on.</summary>
    /// <exception cref="CliException">The place cannot be used.</exception>
    Task<IReviewRuns> OpenAsync(RunTarget target, CancellationToken cancellation);

    /// <summary>Opens a place to look at; null when it is a data folder without a data file.</summary>
    /// <exception cref="CliException">The place cannot be used.</exception>
    Task<IReviewRuns?> OpenForReadingAsync(RunTarget target, CancellationToken cancellation);
}
