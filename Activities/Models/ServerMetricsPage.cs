using System.Globalization;
using System.Text;

namespace Workflows.Activities.Models;

/// <summary>Reads vLLM's page of metrics, as far as it concerns us. Nothing in it makes it throw but a broken stream.</summary>
internal static class ServerMetricsPage
{
    private const string Waiting = "vllm:num_requests_waiting";
    private const int Most = 1_000_000;

    /// <summary>
    /// The requests that wait, summed over the server's engines: of the lines that name the model, else of all, as a model may be asked for
    /// by another of its names. Null when the page does not tell within its first bytes.
    /// </summary>
    public static async Task<int?> WaitingAsync(Stream page, string model, int longest, CancellationToken cancellationToken)
    {
        double? ofModel = null;
        double? ofAll = null;
        var label = $"model_name=\"{model}\"";
        foreach (var line in (await TextAsync(page, longest, cancellationToken)).EnumerateLines())
        {
            if (!line.StartsWith(Waiting, StringComparison.Ordinal) || ValueOf(line[Waiting.Length..]) is not { } value)
            {
                continue;
            }

            ofAll = (ofAll ?? 0) + value;
            ofModel = line.Contains(label, StringComparison.Ordinal) ? (ofModel ?? 0) + value : ofModel;
        }

        return (ofModel ?? ofAll) is { } waiting ? (int)Math.Min(waiting, Most) : null;
    }

    private static async Task<string> TextAsync(Stream page, int longest, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        var piece = new byte[16 * 1024];
        int read;
        while (text.Length < longest && (read = await page.ReadAsync(piece, cancellationToken)) > 0)
        {
            text.Write(piece, 0, (int)Math.Min(read, longest - text.Length));
        }

        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    /// <summary>The value behind a metric's name: labels in braces or a space must follow, so that longer names do not count.</summary>
    private static double? ValueOf(ReadOnlySpan<char> rest)
    {
        var labels = rest.StartsWith("{") ? rest.LastIndexOf('}') + 1 : 0;
        var fields = rest[labels..];
        if (!fields.StartsWith(" "))
        {
            return null;
        }

        fields = fields.Trim();
        var end = fields.IndexOf(' ');
        return double.TryParse(end < 0 ? fields : fields[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is >= 0 and < double.PositiveInfinity
            ? value
            : null;
    }
}
