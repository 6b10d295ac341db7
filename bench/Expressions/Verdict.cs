using System.Globalization;

namespace Workflows.Bench.Expressions;

/// <summary>Shows figures beside their limits, and counts those that miss them.</summary>
internal sealed class Verdict
{
    /// <summary>How many missed their limits.</summary>
    public int Failed { get; private set; }

    /// <summary>Shows a figure.</summary>
    /// <param name="figure">What it is.</param>
    /// <param name="value">It, with its unit.</param>
    /// <param name="limit">What it is held against.</param>
    /// <param name="holds">Whether it keeps to the limit.</param>
    public void Say(string figure, FormattableString value, string limit, bool holds)
    {
        Console.WriteLine($"{(holds ? "ok  " : "FAIL")} {figure}: {value.ToString(CultureInfo.InvariantCulture)} (limit: {limit})");
        Failed += holds ? 0 : 1;
    }

    /// <summary>Shows what has no limit.</summary>
    public static void Note(FormattableString line) => Console.WriteLine($"     {line.ToString(CultureInfo.InvariantCulture)}");
}
