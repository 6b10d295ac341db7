using System.Text.Json;
using Workflows.Functions.Consultation;
using Workflows.Functions.Http;
using Workflows.Shared.Consultation;

namespace Workflows.Cli.Inputs;

/// <summary>Consultations as JSON Lines: one object a line, in the shape that they have in a batch.</summary>
internal static class ConsultationLines
{
    /// <summary>Reads them all. Blank lines are passed over.</summary>
    /// <param name="text">The lines.</param>
    /// <param name="options">What is allowed.</param>
    /// <exception cref="CliException">A line cannot be used, and the message names it; or there are none, or too many.</exception>
    public static IReadOnlyList<ConsultationItem> Read(string text, ConsultationOptions options)
    {
        List<ConsultationItem> items = [];
        int number = 0;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (!line.IsWhiteSpace())
            {
                items.Add(Item(line.ToString(), number, options));
            }
        }

        return items.Count == 0 ? throw CliException.BadUsage("""there are no consultations; give one JSON object a line: {"consultation_id": "…", "conversation_text": "…"}""")
            : items.Count > options.MaxBatch ? throw CliException.BadUsage($"there are {items.Count:N0} consultations; a batch has at most {options.MaxBatch:N0}: split the file")
            : items;
    }

    private static ConsultationItem Item(string line, int number, ConsultationOptions options)
    {
        try
        {
            using JsonDocument item = JsonDocument.Parse(line);
            return BatchAnalysisBody.ReadItem(item.RootElement, options);
        }
        catch (JsonException e)
        {
            throw CliException.BadUsage($"line {number} is no JSON (at character {e.BytePositionInLine + 1}): one object a line, with consultation_id and conversation_text", e);
        }
        catch (InvalidRequestException e)
        {
            throw CliException.BadUsage($"line {number}: {e.Message}", e);
        }
    }
}
