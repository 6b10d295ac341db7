using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Workflows.Activities.Content;
using Workflows.Shared.Consultation;

namespace Workflows.Activities.Tests.Content;

/// <summary>A content store in memory, which can be out of order for some calls.</summary>
internal sealed class MemoryContentStore : IContentStore
{
    private readonly ConcurrentDictionary<string, byte[]> _contents = new(StringComparer.Ordinal);
    private int _broken;

    public IEnumerable<string> Keys => _contents.Keys.Order(StringComparer.Ordinal);

    public int Writes { get; private set; }

    /// <summary>Whether nothing can be deleted.</summary>
    public bool RefusesDeletion { get; set; }

    /// <summary>Lets the next calls fail.</summary>
    public void Break(int calls) => _broken = calls;

    public Task PutAsync(string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        Use();
        Writes++;
        _contents[key] = content.ToArray();
        return Task.CompletedTask;
    }

    public Task<ReadOnlyMemory<byte>?> GetAsync(string key, CancellationToken cancellationToken)
    {
        Use();
        return Task.FromResult(_contents.TryGetValue(key, out byte[]? content) ? (ReadOnlyMemory<byte>?)content : null);
    }

    public Task DeleteAsync(string folder, CancellationToken cancellationToken)
    {
        Use();
        if (RefusesDeletion)
        {
            throw new IOException("Nothing can be deleted.");
        }

        foreach (string key in Keys.Where(key => key.StartsWith(folder, StringComparison.Ordinal)))
        {
            _contents.TryRemove(key, out _);
        }

        return Task.CompletedTask;
    }

    public void Put(string key, byte[] content) => _contents[key] = content;

    public void Put(string key, string text) => _contents[key] = Encoding.UTF8.GetBytes(text);

    public void Put(string key, ConsultationItem item) => _contents[key] = JsonSerializer.SerializeToUtf8Bytes(item, ConsultationJson.Options);

    public string Text(string key) => Encoding.UTF8.GetString(_contents[key]);

    public ConsultationResult Result(ConsultationWork work) =>
        JsonSerializer.Deserialize<ConsultationResult>(_contents[ContentKeys.Result(work.BatchId, work.Index)], ConsultationJson.Options)!;

    private void Use()
    {
        if (Interlocked.Decrement(ref _broken) >= 0)
        {
            throw new IOException("The store is out of order.");
        }
    }
}
