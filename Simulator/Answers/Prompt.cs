using System.Text;
using Workflows.Simulator.Protocol;

namespace Workflows.Simulator.Answers;

/// <summary>A prompt taken apart: its task and its fenced data.</summary>
/// <param name="Task">The task named in the first line of the system message, or null.</param>
/// <param name="Sections">The fenced data in order.</param>
/// <param name="UserText">All the user's text, fences left out.</param>
/// <param name="SystemText">The system message.</param>
internal sealed record Prompt(string? Task, IReadOnlyList<PromptSection> Sections, string UserText, string SystemText)
{
    private const int LongestTask = 32;
    private const string Opening = "<data name=\"";
    private const string ClosingStart = "</data id=\"";
    private const string Separator = "\" id=\"";

    /// <summary>Takes a conversation apart.</summary>
    public static Prompt Read(IReadOnlyList<ChatMessage> messages)
    {
        var system = messages.FirstOrDefault(message => message.Role is "system" or "developer")?.Text ?? "";
        var sections = new List<PromptSection>();
        var text = new StringBuilder();
        foreach (var message in messages)
        {
            if (message.Role == "user")
            {
                ReadSections(message.Text, sections, text);
            }
        }

        return new Prompt(TaskOf(system), sections, text.ToString(), system);
    }

    /// <summary>The first section of a name, or null.</summary>
    public string? Section(string name) => Sections.FirstOrDefault(section => section.Name == name)?.Text;

    /// <summary>All the sections of a name.</summary>
    public IEnumerable<string> All(string name) => Sections.Where(section => section.Name == name).Select(section => section.Text);

    private static string? TaskOf(string system)
    {
        var line = system.AsSpan();
        var end = line.IndexOfAny('\r', '\n');
        line = (end < 0 ? line : line[..end]).Trim();
        var colon = line.IndexOf(':');
        if (!line.StartsWith("Task ", StringComparison.Ordinal) || colon < 0)
        {
            return null;
        }

        var task = line[5..colon].Trim();
        foreach (var character in task)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('-' or '_' or '.'))
            {
                return null;
            }
        }

        return task.Length is > 0 and <= LongestTask ? task.ToString() : null;
    }

    private static void ReadSections(string message, List<PromptSection> sections, StringBuilder text)
    {
        var lines = message.Split('\n');
        var closings = Closings(lines);
        for (var i = 0; i < lines.Length; i++)
        {
            if (Fence(lines[i]) is { } fence && Closing(closings, fence.Id, i) is { } close)
            {
                var data = string.Join('\n', lines[(i + 1)..close]);
                sections.Add(new PromptSection(fence.Name, data));
                text.Append(data).Append('\n');
                i = close;
            }
            else
            {
                text.Append(lines[i]).Append('\n');
            }
        }
    }

    // Looked up, not searched: a text full of openings without an end must not cost its square.
    private static Dictionary<string, Queue<int>> Closings(string[] lines)
    {
        var closings = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith(ClosingStart, StringComparison.Ordinal) && lines[i].EndsWith("\">", StringComparison.Ordinal))
            {
                var id = lines[i][ClosingStart.Length..^2];
                (closings.TryGetValue(id, out var places) ? places : closings[id] = new Queue<int>()).Enqueue(i);
            }
        }

        return closings;
    }

    private static int? Closing(Dictionary<string, Queue<int>> closings, string id, int after)
    {
        if (!closings.TryGetValue(id, out var places))
        {
            return null;
        }

        while (places.Count > 0 && places.Peek() <= after)
        {
            places.Dequeue();
        }

        return places.Count > 0 ? places.Peek() : null;
    }

    private static (string Name, string Id)? Fence(string line)
    {
        if (!line.StartsWith(Opening, StringComparison.Ordinal) || !line.EndsWith("\">", StringComparison.Ordinal))
        {
            return null;
        }

        var separator = line.IndexOf(Separator, Opening.Length, StringComparison.Ordinal);
        if (separator < 0)
        {
            return null;
        }

        var id = line[(separator + Separator.Length)..^2];
        return id.Length > 0 && id.All(char.IsAsciiLetterOrDigit) ? (line[Opening.Length..separator], id) : null;
    }
}
