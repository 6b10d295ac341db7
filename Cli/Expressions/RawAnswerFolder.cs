using System.Globalization;
using System.Text;
using Workflows.Cli.Output;
using Workflows.Shared.Expressions;

namespace Workflows.Cli.Expressions;

/// <summary>Where the models' answers go as they came: a folder with one file for each chunk.</summary>
internal sealed class RawAnswerFolder
{
    private readonly CliServices _services;
    private readonly string _folder;

    private RawAnswerFolder(string folder, CliServices services)
    {
        _folder = folder;
        _services = services;
    }

    /// <summary>Makes the folder before anything runs, unless it is there.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="services">The streams.</param>
    /// <exception cref="CliException">There can be no such folder.</exception>
    public static RawAnswerFolder Prepare(string folder, CliServices services)
    {
        if (string.IsNullOrWhiteSpace(folder) || folder.Contains('\0', StringComparison.Ordinal))
        {
            throw CliException.BadUsage("--save-output: name a folder");
        }

        try
        {
            return new RawAnswerFolder(Directory.CreateDirectory(folder).FullName, services);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw CliException.BadUsage($"--save-output: {folder} can be no folder: {e.Message}", e);
        }
    }

    /// <summary>Writes each answer to its file, whole or not at all.</summary>
    /// <param name="answers">The answers.</param>
    /// <exception cref="CliException">A file cannot be written.</exception>
    public async Task WriteAsync(IReadOnlyList<RawAnswer> answers)
    {
        try
        {
            foreach (RawAnswer answer in answers)
            {
                await WriteAsync(Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"chunk-{answer.Chunk:D5}.json")), answer.Answer);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CliException.Failed($"--save-output: {_folder} cannot be written: {e.Message} Name another folder and give the same command again", e);
        }

        _services.Console.Say($"{answers.Count} raw {(answers.Count == 1 ? "answer is" : "answers are")} in {_folder}");
    }

    private async Task WriteAsync(string file, string answer)
    {
        // A link that stands there would lead out of the folder.
        if (new FileInfo(file).LinkTarget is not null)
        {
            File.Delete(file);
        }

        await AtomicFile.WriteAsync(file, Encoding.UTF8.GetBytes(answer), _services.FreshSuffix());
    }
}
