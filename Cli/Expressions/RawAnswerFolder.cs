using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Workflows.Cli.Output;
using Workflows.Shared;
using Workflows.Shared.Expressions;

namespace Workflows.Cli.Expressions;

/// <summary>
/// Where the models' answers go as they came: a folder with one file for each chunk, and a manifest that names them. It holds the answers of one analysis; those of an earlier run of the same one are replaced.
/// </summary>
internal sealed partial class RawAnswerFolder
{
    private const string ManifestName = "manifest.json";
    private const string Unknown = $"a {ManifestName} of something else";

    private readonly CliServices _services;
    private readonly string _folder;
    private readonly string _analysis;
    private readonly string _subtitles;

    private RawAnswerFolder(string folder, string analysis, string subtitles, CliServices services)
    {
        _folder = folder;
        _analysis = analysis;
        _subtitles = subtitles;
        _services = services;
    }

    /// <summary>Makes the folder before anything runs, unless it is there.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="analysis">Which analysis it is: the same for the same subtitles and options.</param>
    /// <param name="subtitles">The subtitles, as the command line names them.</param>
    /// <param name="services">The streams.</param>
    /// <exception cref="CliException">There can be no such folder, or it holds the answers of another analysis.</exception>
    public static RawAnswerFolder Prepare(string folder, string analysis, string subtitles, CliServices services)
    {
        if (string.IsNullOrWhiteSpace(folder) || folder.Contains('\0', StringComparison.Ordinal))
        {
            throw CliException.BadUsage("--save-output: name a folder");
        }

        try
        {
            string full = Directory.CreateDirectory(folder).FullName;
            if (Holds(full, analysis) is { } other)
            {
                throw CliException.BadUsage($"--save-output: {folder} holds {other}; name another folder, or empty this one");
            }

            return new RawAnswerFolder(full, analysis, subtitles, services);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw CliException.BadUsage($"--save-output: {folder} can be no folder: {e.Message}", e);
        }
    }

    /// <summary>Writes the manifest, then each answer to its file, whole or not at all, in place of what an earlier run has left.</summary>
    /// <param name="report">The report with its raw answers.</param>
    /// <exception cref="CliException">A file cannot be written.</exception>
    public async Task WriteAsync(ExpressionReport report)
    {
        IReadOnlyList<RawAnswer> answers = report.RawAnswers ?? [];
        RawAnswerManifest manifest = new()
        {
            Analysis = _analysis,
            Subtitles = _subtitles,
            Options = report.Options,
            Answers = [.. answers.Select(answer => new RawAnswerFile(answer.Chunk, NameOf(answer.Chunk)))],
            FailedChunks = [.. report.FailedChunks.Select(failed => failed.Chunk)],
        };
        try
        {
            // The manifest goes first: killed after it, the folder is known to be this analysis', and the same command finishes it.
            await WriteAsync(ManifestName, JsonSerializer.Serialize(manifest, ExpressionJson.Indented) + "\n");
            foreach (string file in ChunkFiles(_folder).Except(manifest.Answers.Select(answer => answer.File)))
            {
                File.Delete(Path.Combine(_folder, file));
            }

            foreach (RawAnswer answer in answers)
            {
                await WriteAsync(NameOf(answer.Chunk), answer.Answer);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CliException.Failed($"--save-output: {_folder} cannot be written: {e.Message} Name another folder and give the same command again", e);
        }

        _services.Console.Say($"{answers.Count} raw {(answers.Count == 1 ? "answer is" : "answers are")} in {_folder}");
    }

    /// <summary>What stands in the way of an analysis' answers; null: nothing.</summary>
    private static string? Holds(string folder, string analysis)
    {
        string manifest = Path.Combine(folder, ManifestName);
        if (!File.Exists(manifest))
        {
            return ChunkFiles(folder).FirstOrDefault() is { } file ? $"{file} of another analysis" : null;
        }

        try
        {
            using FileStream stream = File.OpenRead(manifest);
            return JsonSerializer.Deserialize<RawAnswerManifest>(stream, ExpressionJson.Options) is not { Options: { } options } found ? Unknown
                : found.Analysis == analysis ? null
                : $"the answers of another analysis ({SafeText.Line(found.Subtitles, 100)}, {options.Level}, {SafeText.Line(options.Language, 20)})";
        }
        catch (JsonException)
        {
            return Unknown;
        }
    }

    private static List<string> ChunkFiles(string folder) => [.. Directory.EnumerateFiles(folder, "chunk-*.json").Select(file => Path.GetFileName(file)).Where(name => ChunkName().IsMatch(name)).Order(StringComparer.Ordinal)];

    private static string NameOf(int chunk) => string.Create(CultureInfo.InvariantCulture, $"chunk-{chunk:D5}.json");

    private async Task WriteAsync(string name, string text)
    {
        string file = Path.Combine(_folder, name);

        // A link that stands there would lead out of the folder.
        if (new FileInfo(file).LinkTarget is not null)
        {
            File.Delete(file);
        }

        await AtomicFile.WriteAsync(file, Encoding.UTF8.GetBytes(text), _services.FreshSuffix());
    }

    [GeneratedRegex(@"^chunk-[0-9]{5,9}\.json\z", RegexOptions.CultureInvariant)]
    private static partial Regex ChunkName();
}
