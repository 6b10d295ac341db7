using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Workflows.Shared.Consultation;

/// <summary>The ids of batches, <c>BATCH-yyyyMMdd-NNN</c> by the UTC day.</summary>
public static class BatchIds
{
    private const string Prefix = "BATCH-";
    private const int DayLength = 8;

    /// <summary>The key of a day.</summary>
    /// <param name="time">A time of the day.</param>
    public static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>The id of a day's batch.</summary>
    /// <param name="day">The day's key.</param>
    /// <param name="number">The batch's number, from 1.</param>
    public static string Of(string day, int number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{day}-{number:D3}");

    /// <summary>Whether a text is the id of a batch, whether or not there is such a batch.</summary>
    /// <param name="id">Text from outside.</param>
    public static bool IsId([NotNullWhen(true)] string? id) => id is { Length: >= 18 and <= 24 } && id.StartsWith(Prefix, StringComparison.Ordinal) && id[Prefix.Length + DayLength] == '-'
        && id.AsSpan(Prefix.Length, DayLength).IndexOfAnyExceptInRange('0', '9') < 0 && id.AsSpan(Prefix.Length + DayLength + 1).IndexOfAnyExceptInRange('0', '9') < 0;
}
