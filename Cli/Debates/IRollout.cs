using Workflows.Shared.Debate.Rollout;

namespace Workflows.Cli.Debates;

/// <summary>The debates' rollout of one place.</summary>
internal interface IRollout : IAsyncDisposable
{
    /// <summary>How it stands.</summary>
    Task<RolloutView> LookAsync(CancellationToken cancellation);

    /// <summary>Changes it.</summary>
    /// <param name="word">One of <see cref="RolloutChange.Words"/>.</param>
    /// <param name="reason">Why; null: nobody says.</param>
    /// <param name="id">A name for the change, under which it is made once.</param>
    /// <param name="cancellation">Ends the call; what was begun goes on.</param>
    /// <returns>How it stands then; null: the change goes on.</returns>
    /// <exception cref="CliException">It was refused.</exception>
    Task<RolloutView?> ChangeAsync(string word, string? reason, string id, CancellationToken cancellation);
}
