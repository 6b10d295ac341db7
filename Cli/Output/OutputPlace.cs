using System.Text;

namespace Workflows.Cli.Output;

/// <summary>Where a result goes: standard output, or a file, written whole or not at all.</summary>
internal sealed class OutputPlace
{
    private const string ByteOrderMark = "\uFEFF";

    private readonly CliServices _services;
    private readonly string? _file;

    private OutputPlace(string? file, CliServices services)
    {
        _file = file;
        _services = services;
    }

    /// <summary>Checks the file's place before anything runs.</summary>
    /// <param name="file">The file; null or <c>-</c>: standard output.</param>
    /// <param name="services">The streams.</param>
    /// <exception cref="CliException">No file can be written there.</exception>
    public static OutputPlace Prepare(string? file, CliServices services)
    {
        if (file is null or "-")
        {
            return new OutputPlace(null, services);
        }

        if (string.IsNullOrWhiteSpace(file) || file.Contains('\0', StringComparison.Ordinal))
        {
            throw CliException.BadUsage("--output: name a file");
        }

        string full = Path.GetFullPath(file);
        if (Directory.Exists(full))
        {
            throw CliException.BadUsage($"--output: {file} is a folder; name a file");
        }

        if (!Directory.Exists(Path.GetDirectoryName(full)))
        {
            throw CliException.BadUsage($"--output: the folder of {file} does not exist");
        }

        try
        {
            AtomicFile.Try(full, services.FreshSuffix());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CliException.BadUsage($"--output: {file} cannot be written: {e.Message}", e);
        }

        return new OutputPlace(full, services);
    }

    /// <summary>Writes the result.</summary>
    /// <param name="text">All of it.</param>
    /// <param name="remedy">How it is had again when the file cannot be written: a sentence without its stop.</param>
    /// <param name="marked">Whether a file begins with a byte order mark. Standard output never does: programs read it.</param>
    /// <exception cref="CliException">The file cannot be written.</exception>
    public async Task WriteAsync(string text, string remedy, bool marked = false)
    {
        if (_file is null)
        {
            await _services.Console.Output.WriteAsync(text);
            await _services.Console.Output.FlushAsync();
            return;
        }

        try
        {
            await AtomicFile.WriteAsync(_file, Encoding.UTF8.GetBytes(marked ? ByteOrderMark + text : text), _services.FreshSuffix());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CliException.Failed($"--output: {_file} cannot be written: {e.Message} {remedy}", e);
        }

        _services.Console.Say($"the report is in {_file}");
    }
}
