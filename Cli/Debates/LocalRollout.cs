using Microsoft.Extensions.DependencyInjection;
using Workflows.Cli.Hosting;
using Workflows.Durable.Client;
using Workflows.Functions.Debate;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Cli.Debates;

/// <summary>The rollout of a data folder, changed by a host in this process.</summary>
internal sealed class LocalRollout(RunningHost host) : IRollout
{
    private readonly RolloutDesk _desk = host.Services.GetRequiredService<RolloutDesk>();
    private readonly DurableTaskClient _client = host.Services.GetRequiredService<DurableTaskClient>();

    public Task<RolloutView> LookAsync(CancellationToken cancellation) => _desk.LookAsync(_client, cancellation);

    public async Task<RolloutView?> ChangeAsync(string word, string? reason, string id, CancellationToken cancellation)
    {
        RolloutChange change = RolloutChange.Of(word, reason) ?? throw CliException.BadUsage($"'{word}' is none of {string.Join(", ", RolloutChange.Words)}");
        RolloutChanged? changed = await _desk.ChangeAsync(_client, change, id, cancellation);
        return changed is { Refusal: { } refusal } ? throw CliException.Failed(refusal) : changed?.View;
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
