using System.Runtime.CompilerServices;
using Workflows.Cli.Runs;
using Workflows.Shared;
using Workflows.Shared.PullRequestReview;

namespace Workflows.Cli.Tests;

/// <summary>Runs that are only remembered; what a followed run goes through is told beforehand.</summary>
internal sealed class FakeRuns : IRunsSource, IReviewRuns
{
    public List<RunTarget> Opened { get; } = [];

    public List<(string Id, ReviewRequest Request)> Started { get; } = [];

    public Dictionary<string, RunState> Existing { get; } = [];

    public List<RunHead> Heads { get; } = [];

    public (RunStatus? Status, int Limit)? Asked { get; private set; }

    public bool FolderIsEmpty { get; init; }

    public Exception? OpenError { get; set; }

    public ReviewReport Report { get; set; } = new() { Id = "", Summary = "Nothing found." };

    public RunState? End { get; set; }

    public Action? WhileFollowed { get; set; }

    public Task<IReviewRuns> OpenAsync(RunTarget target, CancellationToken cancellation)
    {
        Opened.Add(target);
        return OpenError is { } error ? Task.FromException<IReviewRuns>(error) : Task.FromResult<IReviewRuns>(this);
    }

    public async Task<IReviewRuns?> OpenForReadingAsync(RunTarget target, CancellationToken cancellation) =>
        FolderIsEmpty ? null : await OpenAsync(target, cancellation);

    public Task<bool> StartAsync(string id, ReviewRequest request, CancellationToken cancellation)
    {
        if (Existing.TryGetValue(id, out RunState? found) && !RunStatuses.IsEnd(found.Status))
        {
            return Task.FromResult(false);
        }

        Started.Add((id, request));
        return Task.FromResult(true);
    }

    public Task<RunState?> FindAsync(string id, CancellationToken cancellation) => Task.FromResult(Existing.GetValueOrDefault(id));

    public async IAsyncEnumerable<RunState> WatchAsync(string id, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return new RunState { Id = id, Status = RunStatus.Running, Progress = new WorkflowProgress { Completed = 1, Total = 4, Message = "reviewing" } };
        await Task.Yield();
        WhileFollowed?.Invoke();
        cancellation.ThrowIfCancellationRequested();
        yield return End ?? new RunState { Id = id, Status = RunStatus.Completed, Progress = new WorkflowProgress { Completed = 4, Total = 4 }, Result = Report with { Id = id } };
    }

    public Task<IReadOnlyList<RunHead>> ListAsync(RunStatus? status, int limit, CancellationToken cancellation)
    {
        Asked = (status, limit);
        return Task.FromResult<IReadOnlyList<RunHead>>([.. Heads.Where(head => status is null || head.Status == status).Take(limit)]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
