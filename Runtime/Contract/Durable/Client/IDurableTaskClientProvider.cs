namespace Workflows.Durable.Client;

/// <summary>Finds the registered clients.</summary>
public interface IDurableTaskClientProvider
{
    /// <summary>A registered client.</summary>
    /// <param name="name">Its name, in exactly that case; null: the default client.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no client of that name.</exception>
    DurableTaskClient GetClient(string? name = null);
}
