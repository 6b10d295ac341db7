using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflows.Shared.Consultation.Analysis;

/// <summary>The numbers that a text has in digits, each in one spelling: <c>12,000</c>, <c>1만 2천</c> and <c>12000</c> are the same, and a date is three numbers.</summary>
internal static partial class WrittenNumbers
{
    private const int LongestAmount = 15;

    /// <summary>No amount is so large: what is, is nonsense, which must not overflow.</summary>
    private const decimal Endless = 1_000_000_000_000_000_000;

    /// <summary>The numbers, in order. Zero is none: it says nothing.</summary>
    public static IEnumerable<string> Of(string text)
    {
        foreach (Match match in Numbers().Matches(text))
        {
            if (match.Groups["date"].Success)
            {
                foreach (string part in match.Value.Split('-', '.', '/'))
                {
                    yield return Digits(part);
                }
            }
            else if (Value(match) is { } value)
            {
                yield return value;
            }
        }
    }

    /// <summary>How a number is written to be compared.</summary>
    internal static string Text(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static string? Value(Match match)
    {
        decimal sum = 0;
        CaptureCollection numbers = match.Groups["number"].Captures;
        CaptureCollection units = match.Groups["unit"].Captures;
        for (int i = 0; i < numbers.Count; i++)
        {
            string digits = numbers[i].Value.Replace(",", "", StringComparison.Ordinal);
            if (digits.Length > LongestAmount)
            {
                return Digits(digits);
            }

            decimal number = decimal.Parse(digits, CultureInfo.InvariantCulture);
            sum = (sum + (number * (i < units.Count ? Scale(units[i].Value) : 1))) % Endless;
        }

        return sum == 0 ? null : Text(sum);
    }

    private static decimal Scale(string unit) => unit.Aggregate(1m, (scale, c) => scale * c switch
    {
        '십' => 10,
        '백' => 100,
        '천' => 1_000,
        '만' => 10_000,
        _ => 100_000_000,
    });

    private static string Digits(string digits) => digits.TrimStart('0') is { Length: > 0 } rest ? rest : "0";

    /// <summary>A date; or numbers that each but the last have Korean units behind them, such as <c>3만 5천</c> or <c>1억 2000만</c>.</summary>
    [GeneratedRegex(
        @"(?<date>(?<![0-9])[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2}(?![0-9]))|(?:(?<number>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)\s?(?<unit>[십백천]?[만억]|[십백천])\s?)*(?<number>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)(?:\s?(?<unit>[십백천]?[만억]|[십백천]))?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();
}
