using System.Globalization;
using Workflows.Shared.Expressions.Alignment;
using Workflows.Shared.Subtitles;

namespace Workflows.Shared.Expressions.Exports;

/// <summary>The columns of tables.</summary>
internal static class ExpressionColumns
{
    /// <summary>Their names and values; several values of one column are parted by " / ".</summary>
    public static IReadOnlyList<(string Name, Func<FoundExpression, string> Value)> All { get; } =
    [
        ("expression", one => one.Expression),
        ("translation", one => one.Translation),
        ("meaning", one => one.Meaning),
        ("usage", one => one.Usage),
        ("similar", one => string.Join(" / ", one.Similar)),
        ("context", one => string.Join(" / ", one.ContextLines)),
        ("start", one => one.Timing is { } timing ? SubtitleTime.Format(timing.Start) : ""),
        ("end", one => one.Timing is { } timing ? SubtitleTime.Format(timing.End) : ""),
        ("chunk", one => one.Chunk.ToString(CultureInfo.InvariantCulture)),
        ("timing_reason", one => Reason(one.TimingReason)),
    ];

    /// <summary>Why there is no time, in a few words.</summary>
    public static string Reason(TimingMiss? miss) => miss switch
    {
        null => "",
        TimingMiss.NoWords => "it has no words",
        _ => "not found in the subtitles",
    };
}
