using System.Text.Json;
using Workflows.Cli.Debates;
using Workflows.Functions.Debate;
using Workflows.Functions.Http;
using Workflows.Shared.Debate;

namespace Workflows.Cli.Inputs;

/// <summary>
/// The tasks of a comparison as JSON Lines: one object a line, as the body of <c>POST /api/v1/debates</c> without <c>mode</c>. Evidence can also be named as <c>evidenceFiles</c>: files and folders,
/// relative to the tasks' file. An <c>id</c> is the task's name in the report.
/// </summary>
internal sealed class ComparisonTasks
{
    /// <summary>The most tasks.</summary>
    public const int Most = 1_000;

    private const int MaxBytes = 32 * 1024 * 1024;
    private const int MostNamed = 10;
    private const long MostCharacters = 64L * 1024 * 1024;
    private const string Shape = "a task is {\"goal\": text, \"plan\"?: text, \"context\"?: text, \"complexity\"?: 1 to 10, \"evidence\"?: [{\"id\": text, \"title\"?: text, \"text\": text}], \"evidenceFiles\"?: [path], \"id\"?: text}";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private static readonly string[] Fields = ["goal", "plan", "context", "complexity", "evidence", "evidenceFiles", "id"];

    private readonly string _file;
    private readonly string _folder;
    private readonly List<ComparisonTask> _tasks = [];
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private long _characters;

    private ComparisonTasks(string file)
    {
        _file = file;
        _folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
    }

    /// <summary>Reads them all; blank lines are passed over.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="CliException">Something cannot be used: the first such line is named with what is wrong, further ones by their numbers.</exception>
    public static async Task<IReadOnlyList<ComparisonTask>> ReadAsync(string file, CancellationToken cancellation)
    {
        string text = Utf8Text.Decode(await BoundedFile.ReadAsync(file, "the tasks", MaxBytes, cancellation), file);
        (string Line, int Number)[] lines = [.. text.Split('\n').Select((line, index) => (line, index + 1)).Where(line => !string.IsNullOrWhiteSpace(line.line))];
        return lines.Length switch
        {
            0 => throw CliException.BadUsage($"{file}: there are no tasks; give one JSON object a line: {Shape}"),
            > Most => throw CliException.BadUsage($"{file}: there are {lines.Length:N0} tasks; a comparison takes at most {Most:N0}: split the file"),
            _ => await new ComparisonTasks(file).ReadAsync(lines, cancellation),
        };
    }

    private async Task<IReadOnlyList<ComparisonTask>> ReadAsync(IEnumerable<(string Line, int Number)> lines, CancellationToken cancellation)
    {
        string? first = null;
        List<int> others = [];
        foreach ((string line, int number) in lines)
        {
            string what = $"{_file}, line {number}";
            try
            {
                Add(await TaskAsync(line, number, what, cancellation), number, what);
            }
            catch (CliException e)
            {
                if (first is not null)
                {
                    others.Add(number);
                }

                first ??= e.Message;
            }
        }

        string more = others.Count == 0 ? "" : $"; line{(others.Count == 1 ? "" : "s")} {string.Join(", ", others.Take(MostNamed))}{(others.Count > MostNamed ? ", …" : "")} cannot be used either";
        return first is null ? _tasks : throw CliException.BadUsage(first + more);
    }

    private void Add(ComparisonTask task, int number, string what)
    {
        if (!_names.TryAdd(task.Name, number))
        {
            throw CliException.BadUsage($"{what}: id: '{task.Name}' is the id of line {_names[task.Name]} too; give another one");
        }

        _characters += task.Request.Evidence.Sum(document => (long)document.Text.Length);
        if (_characters > MostCharacters)
        {
            throw CliException.BadUsage($"{what}: with it the evidence has more than {MostCharacters:N0} characters; split the file");
        }

        _tasks.Add(task);
    }

    private async Task<ComparisonTask> TaskAsync(string line, int number, string what, CancellationToken cancellation)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line, Strict);
            JsonElement task = document.RootElement;
            if (FieldFault(task) is { } fault)
            {
                throw CliException.BadUsage($"{what}: {fault}");
            }

            DebateBody body = DebateBody.Read(task)!;
            DebateRequest request = body.ToRequest();
            IReadOnlyList<EvidenceDocument> read = await EvidenceFiles.ReadAsync(Files(task).Select(path => Path.Combine(_folder, path)), $"{what}: evidenceFiles", cancellation);
            request = request with { Evidence = [.. request.Evidence, .. read] };
            return DebateRules.Check(request) is { } wrong ? throw new InvalidRequestException(wrong.Field, wrong.Fault) : new ComparisonTask(body.Id ?? $"line {number}", request);
        }
        catch (JsonException e)
        {
            throw CliException.BadUsage($"{what}{(e.Path is { Length: > 2 } path ? $": {path[2..]} is not what it must be" : $" is no JSON (at character {e.BytePositionInLine + 1})")}; {Shape}", e);
        }
        catch (InvalidOperationException e)
        {
            throw CliException.BadUsage($"{what}: it has an escape (\\u…) that is no character; write the character itself", e);
        }
        catch (InvalidRequestException e)
        {
            throw CliException.BadUsage($"{what}: {e.Field}: {e.Message.TrimEnd('.')}", e);
        }
    }

    private static string? FieldFault(JsonElement task)
    {
        if (task.ValueKind != JsonValueKind.Object)
        {
            return $"it is no JSON object; {Shape}";
        }

        if (task.TryGetProperty("mode", out _))
        {
            return "mode: both modes run; leave it out";
        }

        if (task.EnumerateObject().Select(field => field.Name).FirstOrDefault(name => !Fields.Contains(name)) is { } unknown)
        {
            return $"'{unknown}' is no field of a task; {Shape}";
        }

        if (!task.TryGetProperty("evidenceFiles", out JsonElement files))
        {
            return null;
        }

        return files.ValueKind != JsonValueKind.Array || !files.EnumerateArray().All(path => path.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(path.GetString()))
            ? "evidenceFiles: give a list of paths, relative to the tasks' file"
            : files.GetArrayLength() > DebateRules.MostDocuments ? $"evidenceFiles: there are {files.GetArrayLength():N0}; a debate takes at most {DebateRules.MostDocuments} documents" : null;
    }

    private static IEnumerable<string> Files(JsonElement task) =>
        task.TryGetProperty("evidenceFiles", out JsonElement files) ? [.. files.EnumerateArray().Select(path => path.GetString()!)] : [];
}
