using Workflows.Activities.Consultation;
using Workflows.Activities.Content;
using Workflows.Activities.Tests.Content;

namespace Workflows.Orchestrations.Tests.Consultation;

/// <summary>A content store in memory that refuses to write what a test says.</summary>
internal sealed class FailingStore(MemoryContentStore inner) : IContentStore
{
    /// <summary>The keys that cannot be written for now.</summary>
    public Func<string, bool> Refuses { get; set; } = _ => false;

    public Task PutAsync(string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        Refuses(key) ? throw new IOException("The disk is full.") : inner.PutAsync(key, content, cancellationToken);

    public Task<ReadOnlyMemory<byte>?> GetAsync(string key, CancellationToken cancellationToken) => inner.GetAsync(key, cancellationToken);

    public Task DeleteAsync(string folder, CancellationToken cancellationToken) => inner.DeleteAsync(folder, cancellationToken);
}
