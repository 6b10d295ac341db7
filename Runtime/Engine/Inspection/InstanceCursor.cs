using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Inspection;

/// <summary>Where a page of a list ended.</summary>
/// <param name="Sort">The order of the list.</param>
/// <param name="Descending">Its direction.</param>
/// <param name="Segment">The segment of its last row.</param>
/// <param name="Keys">The keys of that row: texts and numbers.</param>
internal sealed record InstanceCursor(InstanceSort Sort, bool Descending, int Segment, IReadOnlyList<SqlValue> Keys)
{
    /// <summary>The cursor as a text for callers, who make nothing of it.</summary>
    public string Write() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes<string[]>(
        [Sort.ToString(), Descending ? "d" : "a", Segment.ToString(CultureInfo.InvariantCulture), .. Keys.Select(Text)]));

    /// <exception cref="FormatException">The text is no cursor.</exception>
    public static InstanceCursor Read(string text)
    {
        try
        {
            string[] parts = JsonSerializer.Deserialize<string[]>(Base64Url.DecodeFromChars(text)) ?? [];
            return parts is [string sort, "a" or "d", string segment, _, ..]
                && Enum.TryParse(sort, out InstanceSort by) && Enum.IsDefined(by)
                && int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                ? new InstanceCursor(by, parts[1] == "d", number, [.. parts[3..].Select(Value)])
                : throw new FormatException("That is no place in a list.");
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException)
        {
            throw new FormatException("That is no place in a list.", e);
        }
    }

    private static string Text(SqlValue value) => value.IsNumber ? "n" + value.Number.ToString(CultureInfo.InvariantCulture) : "t" + value.Reference;

    private static SqlValue Value(string? part) => part switch
    {
        ['t', .. string text] => text,
        ['n', .. string number] when long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) => value,
        _ => throw new FormatException("That is no place in a list."),
    };
}
