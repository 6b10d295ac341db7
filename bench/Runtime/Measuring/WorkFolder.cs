namespace Workflows.Bench.Runtime.Measuring;

/// <summary>A folder for one measurement, on the file system of the current folder (a temporary folder may lie in memory), deleted in the end.</summary>
internal sealed class WorkFolder : IDisposable
{
    private WorkFolder(string path) => Location = path;

    /// <summary>Its full path.</summary>
    public string Location { get; }

    /// <summary>Makes a folder of its own.</summary>
    public static WorkFolder Create()
    {
        string path = Path.Combine(Directory.GetCurrentDirectory(), ".workflows", "bench-" + Path.GetRandomFileName());
        Directory.CreateDirectory(path);
        return new WorkFolder(path);
    }

    public void Dispose() => Directory.Delete(Location, recursive: true);
}
