using System.Text.Json.Nodes;
using Workflows.Bench.Schedule;
using Workflows.Bench.Consultation.Driving;

namespace Workflows.Bench.Consultation.Realtime;

/// <summary>Models that hang, fail, are slow or die while summaries are asked for, and come back: every answer in time, and from the models again soon after.</summary>
internal static class FaultCases
{
    private const double PerSecond = 5;
    private const string Quick = """{"latency":{"kind":"fixed","seconds":0.3},"faults":{"hang":null,"http500":null}}""";

    private static readonly TimeSpan Before = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Broken = TimeSpan.FromSeconds(12);

    /// <summary>Longer than a block of the fleet lasts: a pool that failed is asked again by then.</summary>
    private static readonly TimeSpan After = TimeSpan.FromSeconds(24);

    public static async Task RunAsync(List<IReadOnlyList<string>> rows, List<string> notes, Tally tally)
    {
        await RunAsync("both models hang", Change("""{"faults":{"hang":{"rate":1}}}"""), Heal, rows, notes, tally);
        await RunAsync("the first hangs", models => models.ChangeAsync(SimulatedModels.Small[0], Parse("""{"faults":{"hang":{"rate":1}}}""")), Heal, rows, notes, tally);
        await RunAsync("both fail (500)", Change("""{"faults":{"http500":{"rate":1}}}"""), Heal, rows, notes, tally);
        await RunAsync("both slow (5 s)", Change("""{"latency":{"kind":"fixed","seconds":5}}"""), Heal, rows, notes, tally);
        await RunAsync("dies and comes back", models => models.KillAsync(), ReviveAsync, rows, notes, tally);
    }

    private static async Task RunAsync(
        string name, Func<SimulatedModels, Task> breakIt, Func<SimulatedModels, Task> heal, List<IReadOnlyList<string>> rows, List<string> notes, Tally tally)
    {
        await using SimulatedModels models = await SimulatedModels.StartAsync(1);
        await Heal(models);
        await using ServingHost host = await ServingHost.StartAsync(models);
        using SummaryLoad load = new(host.Address);

        // The pools' servers and the code are warm when the fault strikes, as they are in service.
        await load.RunAsync(PerSecond, Before);
        Task<IReadOnlyList<SummaryReply>> asking = load.RunAsync(PerSecond, Broken + After);
        await breakIt(models);
        await Task.Delay(Broken);
        await heal(models);
        TimeSpan healed = load.Now;
        IReadOnlyList<SummaryReply> replies = await asking;
        List<SummaryReply> broken = [.. replies.Where(reply => reply.End <= healed)];
        List<SummaryReply> after = [.. replies.Where(reply => reply.Due > healed)];
        rows.Add(RealtimeBench.Judge(name, PerSecond, new SummaryFigures(broken), tally));
        rows.Add(RealtimeBench.Judge("  and from then on", PerSecond, new SummaryFigures(after), tally));
        SummaryReply? first = replies.Where(reply => reply.End > healed && reply.Model).MinBy(reply => reply.End);
        SummaryReply? last = replies.Where(reply => reply.End > healed && !reply.Model).MaxBy(reply => reply.End);
        bool isBack = first is not null && (last is null || after.Any(reply => reply.Due > last.Due && reply.Model));
        notes.Add(
            $"{name}: first summary of a model {(first is null ? "never" : RealtimeBench.Seconds(first.End - healed))} after its end, none degraded any more {(isBack ? RealtimeBench.Seconds((last?.End ?? healed) - healed) : "never")} after it ({tally.Note(isBack)}, limit: within {RealtimeBench.Seconds(After)})");
    }

    private static Func<SimulatedModels, Task> Change(string profile) => models => models.ChangeSmallAsync(() => Parse(profile));

    private static Task Heal(SimulatedModels models) => models.ChangeSmallAsync(() => Parse(Quick));

    private static async Task ReviveAsync(SimulatedModels models)
    {
        await models.ReviveAsync();
        await Heal(models);
    }

    private static JsonObject Parse(string profile) => JsonNode.Parse(profile)!.AsObject();
}
