using Workflows.Durable.Client;

namespace Workflows.Runtime.Host.Tasks;

/// <summary>The host has one client: it is found by no name, by the empty one and by the task hub's.</summary>
internal sealed class HostClientProvider(DurableTaskClient client) : IDurableTaskClientProvider
{
    public DurableTaskClient GetClient(string? name = null) =>
        string.IsNullOrEmpty(name) || name.Equals(client.Name, StringComparison.OrdinalIgnoreCase)
            ? client
            : throw new ArgumentOutOfRangeException(nameof(name), name, $"There is no durable client of that name, only '{client.Name}'.");
}
