using System.Text;

namespace Workflows.Bench.Consultation.Batches;

/// <summary>What came out of the poison queue, a line a message, in a file that survives the process.</summary>
internal sealed class PoisonFile(string folder)
{
    private readonly Lock _gate = new();
    private readonly string _path = Path.Combine(folder, "poison.jsonl");

    /// <summary>Adds a message; when it returns, a kill does not take it.</summary>
    public void Add(string message)
    {
        lock (_gate)
        {
            using FileStream file = new(_path, FileMode.Append, FileAccess.Write, FileShare.Read);
            file.Write(Encoding.UTF8.GetBytes(message + "\n"));
        }
    }

    /// <summary>The messages that came.</summary>
    public IReadOnlyList<string> Read() => File.Exists(_path) ? File.ReadAllLines(_path) : [];
}
