using Workflows.Shared.PullRequestReview;

namespace Workflows.Cli.Runs;

/// <summary>The reviews of one place.</summary>
internal interface IReviewRuns : IAsyncDisposable
{
    /// <summary>Starts a review under an id. One of that id that has not ended is left as it is; one that has ended is started anew.</summary>
    /// <returns>True when it was started, false when one was under way.</returns>
    Task<bool> StartAsync(string id, ReviewRequest request, CancellationToken cancellation);

    /// <summary>The run of an id, with its result when it has one; null when there is none.</summary>
    Task<RunState?> FindAsync(string id, CancellationToken cancellation);

    /// <summary>A run, each time something has changed; the last state is its end.</summary>
    IAsyncEnumerable<RunState> WatchAsync(string id, CancellationToken cancellation);

    /// <summary>The runs, the latest first.</summary>
    /// <param name="status">Only those in this status; null: all.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task<IReadOnlyList<RunHead>> ListAsync(RunStatus? status, int limit, CancellationToken cancellation);
}
