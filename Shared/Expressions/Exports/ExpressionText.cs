using System.Globalization;
using System.Text;
using Workflows.Shared.Subtitles;

namespace Workflows.Shared.Expressions.Exports;

/// <summary>A report as plain text; nothing in it can steer a terminal.</summary>
internal static class ExpressionText
{
    public static string Write(ExpressionReport report)
    {
        StringBuilder text = new();
        int number = 0;
        foreach (FoundExpression one in report.Expressions)
        {
            Append(text, ++number, one);
        }

        text.Append(CultureInfo.InvariantCulture, $"{report.Expressions.Count} expressions from {report.CountedChunks} of {report.Chunks} chunks, {report.Options.Level}, {report.Seconds:0.0} s\n");
        foreach (FailedChunk failed in report.FailedChunks)
        {
            text.Append(CultureInfo.InvariantCulture, $"Failed: chunk {failed.Chunk} ({SubtitleTime.Format(failed.Start)} to {SubtitleTime.Format(failed.End)}), {failed.Attempts} attempts: {SafeText.Line(failed.Reason)}\n");
        }

        foreach (string warning in report.Warnings)
        {
            text.Append(CultureInfo.InvariantCulture, $"Warning: {SafeText.Line(warning)}\n");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, int number, FoundExpression one)
    {
        string time = one.Timing is { } timing ? $"{SubtitleTime.Format(timing.Start)} to {SubtitleTime.Format(timing.End)}" : $"no time: {ExpressionColumns.Reason(one.TimingReason)}";
        text.Append(CultureInfo.InvariantCulture, $"{number}. {SafeText.Line(one.Expression)} = {SafeText.Line(one.Translation)}\n   {time}\n");
        Line("Meaning", one.Meaning);
        Line("Usage", one.Usage);
        Line("Similar", string.Join(" / ", one.Similar));
        Line("Context", string.Join(" / ", one.ContextLines));
        text.Append('\n');

        void Line(string name, string value)
        {
            if (value.Length > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"   {name}: {SafeText.Line(value, 4_000)}\n");
            }
        }
    }
}
