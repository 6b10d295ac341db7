using Workflows.Durable.Client;

namespace Workflows.Cli.Debates;

/// <summary>
/// Finds what a comparison has done before, while nothing in the data folder goes on. A debate that was interrupted has a time that means nothing: it is not gone on with but begun again, under an id of its own,
/// whatever becomes of the first one.
/// </summary>
/// <param name="plan">The comparison.</param>
/// <param name="client">Of a host that runs no work.</param>
internal sealed class ComparisonStart(ComparisonPlan plan, DurableTaskClient client)
{
    /// <summary>Every debate of the comparison's last round; of a new one when that is wanted.</summary>
    /// <param name="afresh">Whether a new round is wanted.</param>
    /// <param name="stop">Ends the search.</param>
    public async Task<IReadOnlyList<FoundDebate>> FindAsync(bool afresh, CancellationToken stop)
    {
        int round = 1;
        while (await LookAsync(plan.Debates[0], afresh ? round : round + 1, 1, stop) is not null)
        {
            round++;
        }

        List<FoundDebate> found = [];
        foreach (PlannedDebate debate in plan.Debates)
        {
            found.Add(await FindAsync(debate, round, stop));
        }

        return found;
    }

    private async Task<FoundDebate> FindAsync(PlannedDebate debate, int round, CancellationToken stop)
    {
        OrchestrationMetadata? last = null;
        int attempt = 1;
        for (; await LookAsync(debate, round, attempt, stop) is { } started; attempt++)
        {
            last = started;
        }

        return last is { IsCompleted: true } and not { RuntimeStatus: OrchestrationRuntimeStatus.Terminated }
            ? new FoundDebate(debate, last.InstanceId, HasEnded: true, Interrupted: null)
            : new FoundDebate(debate, plan.IdOf(debate, round, attempt), HasEnded: false, last is { IsCompleted: false } ? last.InstanceId : null);
    }

    private Task<OrchestrationMetadata?> LookAsync(PlannedDebate debate, int round, int attempt, CancellationToken stop) =>
        client.GetInstanceAsync(plan.IdOf(debate, round, attempt), getInputsAndOutputs: false, stop);
}
