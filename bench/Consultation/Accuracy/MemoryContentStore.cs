using System.Collections.Concurrent;
using Workflows.Activities.Content;

namespace Workflows.Bench.Consultation.Accuracy;

/// <summary>A content store for as long as the process lives.</summary>
internal sealed class MemoryContentStore : IContentStore
{
    private readonly ConcurrentDictionary<string, byte[]> _contents = new(StringComparer.Ordinal);

    public Task PutAsync(string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        _contents[key] = content.ToArray();
        return Task.CompletedTask;
    }

    public Task<ReadOnlyMemory<byte>?> GetAsync(string key, CancellationToken cancellationToken) =>
        Task.FromResult(_contents.TryGetValue(key, out byte[]? content) ? (ReadOnlyMemory<byte>?)content : null);

    public Task DeleteAsync(string folder, CancellationToken cancellationToken)
    {
        foreach (string key in _contents.Keys.Where(key => key.StartsWith(folder, StringComparison.Ordinal)))
        {
            _contents.TryRemove(key, out _);
        }

        return Task.CompletedTask;
    }
}
