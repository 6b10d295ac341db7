using System.Globalization;

namespace Workflows.Bench.Expressions.Driving;

/// <summary>A folder for films and data, deleted in the end.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("workflows-expressions-").FullName;
    private int _names;

    /// <summary>A path that nobody has yet.</summary>
    public string Fresh(string extension) => Path.Combine(_path, (++_names).ToString(CultureInfo.InvariantCulture) + extension);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
