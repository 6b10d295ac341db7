using System.Globalization;
using System.Text;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Cli.Debates;

/// <summary>The rollout in lines for people.</summary>
internal static class RolloutText
{
    private const int LatestEvents = 20;

    /// <summary>The lines, each with its end.</summary>
    public static string Of(RolloutView view)
    {
        StringBuilder text = new();
        Add($"status      {view.Status.Replace('_', ' ')}{(view.Since is { } since ? $" since {Time(since)}" : "")}");
        Add($"share       {view.Share} % in parallel, of debates in mode auto below complexity {view.ComplexityBelow}");
        Add($"stage       {(view.Stage == 0 ? "none" : $"{view.Stage} of {view.Stages.Count}")} ({string.Join(", ", view.Stages)} %)");
        if (view.CanEndAt is { } end)
        {
            Add($"can end     {Time(end)}");
        }

        Add($"parallel    {Figures(view.Parallel)}");
        Add($"sequential  {Figures(view.Sequential)}");
        Add($"compared    {(view.Compared ? "yes: parallel is rolled back as soon as it is shown to be worse" : "no")}");
        foreach (string missing in view.Missing)
        {
            Add($"missing     {missing}");
        }

        foreach (RolloutEvent happened in view.History.TakeLast(LatestEvents))
        {
            Add($"{Time(happened.At)}  {happened.Event} {happened.Share} %{(happened.Cause is { } cause ? $" ({cause})" : "")}: {happened.Reason}");
        }

        return text.ToString();

        void Add(FormattableString line) => text.Append(CliConsole.OneLine(FormattableString.Invariant(line))).Append('\n');
    }

    private static string Figures(ArmView arm) => arm.Count == 0 ? "none ended"
        : string.Create(CultureInfo.InvariantCulture, $"{arm.Passed} of {arm.Count} passed ({100 * arm.PassRate:0.#} %), {arm.MeanSeconds:0.0} s on average");

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
