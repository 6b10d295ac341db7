using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Client;
using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Inspection;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Forking;

/// <summary>What the tests of forking share: a chain of activities of which one may be broken, and ways to find events.</summary>
public abstract class ForkScenario
{
    private volatile bool _broken;

    public static TheoryData<bool> Replays => [false, true];

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The steps that activities have taken, in order.</summary>
    private protected List<string> Ran { get; } = [];

    /// <summary>Whether the activity "bad" fails.</summary>
    private protected bool Broken
    {
        get => _broken;
        set => _broken = value;
    }

    private protected static TestEngine Start(Action<DurableTaskRegistry> register, bool replays = false, TimeProvider? time = null) =>
        TestEngine.Start(register, time, options => options.ReplayEveryTurn |= replays);

    private protected void Chain(DurableTaskRegistry registry) => Activities(registry).AddOrchestratorFunc("chain", async context =>
        await context.CallActivityAsync<string>("good", "a") + await context.CallActivityAsync<string>("good", "b") + await context.CallActivityAsync<string>("good", "c"));

    private protected static Task<string> ForkAsync(TestEngine engine, string source, long after, StepEditKind kind, object value) =>
        engine.Engine.ForkAsync(new ForkRequest(source, after) { Edit = new StepEdit(kind, value) });

    /// <summary>The number of the event by which the n-th call was answered.</summary>
    private protected static long Outcome(TestEngine engine, string id, int n) => Rows(engine, id)
        .Where(row => row.Event.Kind is HistoryEventKind.ActivityCompleted or HistoryEventKind.ActivityFailed).ElementAt(n).Sequence;

    private protected static long EventOf(TestEngine engine, string id, HistoryEventKind kind, int n) => EventOrNone(engine, id, kind, n)!.Value;

    private protected static long? EventOrNone(TestEngine engine, string id, HistoryEventKind kind, int n) =>
        Rows(engine, id).Where(row => row.Event.Kind == kind).ElementAtOrDefault(n)?.Sequence;

    private static List<HistoryRow> Rows(TestEngine engine, string id) =>
        engine.Engine.Journal.Read(session => HistoryReader.Bare(session, InstanceTable.Read(session, id, full: false)!.Execution));

    private protected static IEnumerable<string> Children(TestEngine engine, string id) =>
        engine.Engine.Journal.Read(session => InstanceTable.ReadChildren(session, id)).Select(child => child.Id).Order(StringComparer.Ordinal);

    private protected static async Task IdleAsync(TestEngine engine) => await engine.Engine.Core.Work.WhenIdleAsync(Cancellation);

    private protected static async Task WaitsForAsync(TestEngine engine, string id, params string[] what)
    {
        while (!Waits(engine, id).ToHashSet().SetEquals(what))
        {
            await Task.Yield();
        }
    }

    private static IEnumerable<string> Waits(TestEngine engine, string id) => engine.Engine.Journal.Read(session => InstanceTable.Read(session, id, full: false)) is { } head
        ? new InstanceWaits(engine.Engine.Core).Of(head).Select(wait => $"{wait.Kind} '{wait.Name}'")
        : [];

    private protected DurableTaskRegistry Activities(DurableTaskRegistry registry) => registry
        .AddActivityFunc<string, string>("good", (_, input) => Note(input, fails: false))
        .AddActivityFunc<string, string>("bad", (_, input) => Note(input, Broken));

    private string Note(string step, bool fails)
    {
        lock (Ran)
        {
            Ran.Add(step);
        }

        return fails ? throw new InvalidOperationException("broken") : step;
    }
}
