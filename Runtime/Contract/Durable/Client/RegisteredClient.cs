namespace Workflows.Durable.Client;

/// <summary>A client as the services hold it: under a type of its own, so that only one client answers to <see cref="DurableTaskClient"/>.</summary>
internal sealed class RegisteredClient(DurableTaskClient client) : IAsyncDisposable
{
    public string Name => Client.Name;

    public DurableTaskClient Client { get; } = client;

    public ValueTask DisposeAsync() => Client.DisposeAsync();
}
