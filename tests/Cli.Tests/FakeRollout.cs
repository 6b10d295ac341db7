using Workflows.Cli.Debates;
using Workflows.Cli.Runs;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Cli.Tests;

/// <summary>A rollout that only remembers.</summary>
internal sealed class FakeRollout : IPlaceSource<IRollout>, IRollout
{
    /// <summary>How it stands; null: a change goes on.</summary>
    public RolloutView? View { get; set; }

    /// <summary>True: there is no data file.</summary>
    public bool IsAbsent { get; set; }

    public string? Refusal { get; set; }

    public List<(string Word, string? Reason, string Id)> Changes { get; } = [];

    public List<(RunTarget Target, bool RunsWork)> Opened { get; } = [];

    public Task<IRollout?> OpenAsync(RunTarget target, bool runsWork, CancellationToken cancellation)
    {
        Opened.Add((target, runsWork));
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<IRollout?>(IsAbsent ? null : this);
    }

    public Task<RolloutView> LookAsync(CancellationToken cancellation) => Task.FromResult(View!);

    public Task<RolloutView?> ChangeAsync(string word, string? reason, string id, CancellationToken cancellation)
    {
        Changes.Add((word, reason, id));
        return Refusal is null ? Task.FromResult(View) : throw CliException.Failed(Refusal);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
