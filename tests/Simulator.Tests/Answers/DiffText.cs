using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workflows.Simulator.Tests.Answers;

/// <summary>Writes prompts as the reviews do.</summary>
internal static class DiffText
{
    private const string Id = "c0ffee12";

    /// <summary>A shown diff of one hunk; each line starts with its sign.</summary>
    public static string Of(string path, params string[] lines)
    {
        var (oldNumber, newNumber) = (1, 1);
        var text = new StringBuilder($"file: {path}\n@@ -1,9 +1,9 @@\n");
        foreach (var line in lines)
        {
            var number = line[0] == '-' ? oldNumber : newNumber;
            oldNumber += line[0] == '+' ? 0 : 1;
            newNumber += line[0] == '-' ? 0 : 1;
            text.Append(line[0]).Append(' ').Append($"{number,6}").Append(" | ").Append(line, 1, line.Length - 1).Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }

    public static string Data(string name, string text, string id = Id) => $"<data name=\"{name}\" id=\"{id}\">\n{text}\n</data id=\"{id}\">\n";

    /// <summary>Asks a simulator for a task; answers the JSON.</summary>
    public static async Task<JsonElement> AskAsync(string task, params (string Name, string Text)[] data)
    {
        using var simulator = new SimulatorFixture();
        var user = "Review the data.\n" + string.Concat(data.Select(item => Data(item.Name, item.Text)));
        return JsonDocument.Parse(await simulator.ContentAsync(SimulatorFixture.Request(user, $"Task {task}: something\nMore."))).RootElement;
    }

    public static async Task<List<JsonElement>> FindingsAsync(string task, params (string Name, string Text)[] data) =>
        [.. (await AskAsync(task, data)).GetProperty("findings").EnumerateArray()];

    public static JsonObject Finding(int index, int? line = 1, string quote = "x", string title = "t", string message = "m", string category = "c", string severity = "low", string? suggestion = null, double confidence = 0.5, string side = "new") => new()
    {
        ["index"] = index,
        ["severity"] = severity,
        ["category"] = category,
        ["title"] = title,
        ["message"] = message,
        ["line"] = line,
        ["side"] = side,
        ["quote"] = quote,
        ["suggestion"] = suggestion,
        ["confidence"] = confidence,
        ["foundBy"] = new JsonArray("m"),
    };
}
