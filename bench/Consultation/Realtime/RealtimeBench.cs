using System.Globalization;
using Workflows.Bench.Schedule;
using Workflows.Bench.Consultation.Driving;

namespace Workflows.Bench.Consultation.Realtime;

/// <summary>The three seconds of the quick summary in real time: host, simulator and load each in a process of its own, on this machine.</summary>
internal static class RealtimeBench
{
    /// <summary>The document's 100 requests a minute.</summary>
    private const double DocumentsRate = 100 / 60.0;

    /// <summary>Runs the verbs.</summary>
    /// <param name="verb"><c>headline</c>, <c>rate</c>, <c>faults</c>, <c>flood</c>; null: all.</param>
    /// <param name="minutes">How long the headline lasts.</param>
    /// <param name="tally">Counts what was kept.</param>
    public static async Task RunAsync(string? verb, double minutes, Tally tally)
    {
        List<IReadOnlyList<string>> rows = [SummaryFigures.Columns];
        List<string> notes = [];
        if (verb is null or "headline")
        {
            await using SimulatedModels models = await SimulatedModels.StartAsync(1);
            await using ServingHost host = await ServingHost.StartAsync(models);
            using SummaryLoad load = new(host.Address);
            SummaryFigures figures = new(await load.RunAsync(DocumentsRate, TimeSpan.FromMinutes(minutes)));
            rows.Add(Judge("100 a minute, 2.35 s a call", DocumentsRate, figures, tally));
        }

        if (verb is null or "faults")
        {
            await FaultCases.RunAsync(rows, notes, tally);
        }

        if (verb is null or "flood")
        {
            rows.Add(await BatchFlood.RunAsync(DocumentsRate, TimeSpan.FromMinutes(minutes / 2), notes, tally));
        }

        if (verb is null or "rate")
        {
            await HighestRate.RunAsync(rows, notes);
        }

        Table.Write(tally.Output, rows);
        foreach (string note in notes)
        {
            await tally.Output.WriteLineAsync(note);
        }
    }

    /// <summary>A row that is held against both promises.</summary>
    public static IReadOnlyList<string> Judge(string name, double perSecond, SummaryFigures figures, Tally tally) =>
        figures.Row(name, perSecond, tally.Note(figures.IsInTime), tally.Note(figures.Errors == 0));

    /// <summary>Seconds in a note.</summary>
    public static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");
}
