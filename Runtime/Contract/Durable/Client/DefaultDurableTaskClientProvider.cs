using Microsoft.Extensions.Options;

namespace Workflows.Durable.Client;

internal sealed class DefaultDurableTaskClientProvider(IEnumerable<RegisteredClient> clients) : IDurableTaskClientProvider
{
    private readonly RegisteredClient[] _clients = [.. clients];

    public DurableTaskClient GetClient(string? name = null)
    {
        name ??= Options.DefaultName;
        return Array.Find(_clients, client => client.Name == name)?.Client
            ?? throw new ArgumentOutOfRangeException(
                nameof(name),
                name,
                $"There is no durable client of that name, only: {string.Join(", ", _clients.Select(client => $"'{client.Name}'"))}.");
    }
}
