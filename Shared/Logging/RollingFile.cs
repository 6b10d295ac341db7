using System.Globalization;
using System.Text;

namespace Workflows.Shared.Logging;

/// <summary>
/// Lines in <c>name.log</c>; when it is full it becomes <c>name.1.log</c>, the one before <c>name.2.log</c>, and the oldest goes. A line that cannot be written is dropped: a log
/// must not stop the work. Ours, as the hosts' own logging writes no files and a second logging framework for one of them would be too much. Safe for use by several threads.
/// </summary>
internal sealed class RollingFile(string folder, string name, long most, int files) : IDisposable
{
    private readonly Lock _gate = new();
    private FileStream? _file;
    private bool _disposed;

    public void Write(string line)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(line + "\n");
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            try
            {
                _file ??= Open();
                if (_file.Length > 0 && _file.Length + bytes.Length > most)
                {
                    Close();
                    Shift();
                    _file = Open();
                }

                _file.Write(bytes);
                _file.Flush();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Close();
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            Close();
        }
    }

    private FileStream Open()
    {
        Directory.CreateDirectory(folder);
        return new FileStream(PathOf(0), FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
    }

    private void Close()
    {
        try
        {
            _file?.Dispose();
        }
        catch (IOException)
        {
            // What was still to be written is what could not be written before.
        }

        _file = null;
    }

    private void Shift()
    {
        File.Delete(PathOf(files - 1));
        for (int number = files - 2; number >= 0; number--)
        {
            if (File.Exists(PathOf(number)))
            {
                File.Move(PathOf(number), PathOf(number + 1), overwrite: true);
            }
        }
    }

    private string PathOf(int number) =>
        Path.Combine(folder, number == 0 ? $"{name}.log" : string.Create(CultureInfo.InvariantCulture, $"{name}.{number}.log"));
}
