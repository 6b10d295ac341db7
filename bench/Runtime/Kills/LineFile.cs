using System.Text;

namespace Workflows.Bench.Runtime.Kills;

/// <summary>A file of lines that keeps each appended line when the process is killed right after.</summary>
internal sealed class LineFile : IDisposable
{
    private readonly FileStream _file;
    private readonly Lock _gate = new();

    /// <summary>Opens the file, or makes it.</summary>
    public LineFile(string path) => _file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);

    /// <summary>Appends a line in one write.</summary>
    public void Append(string line)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(line + "\n");
        lock (_gate)
        {
            _file.Write(bytes);
        }
    }

    /// <summary>All lines of a file that may not be there yet.</summary>
    public static IEnumerable<string> Read(string path) => File.Exists(path) ? File.ReadLines(path) : [];

    public void Dispose() => _file.Dispose();
}
