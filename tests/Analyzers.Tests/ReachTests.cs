namespace Workflows.Analyzers;

/// <summary>What counts as orchestrator code, and how a finding says by which way it is reached.</summary>
public sealed class ReachTests
{
    private const string Clock = "_ = DateTime.UtcNow;";

    [Fact]
    public async Task A_method_two_calls_away_is_reached_and_the_way_is_told()
    {
        string[] found = await Snippet.Orchestrator("new Desk().Open();", types: $$"""
            public sealed class Desk { public void Open() => Drawer.Pull(); }
            public static class Drawer { public static void Pull() { {{Clock}} } }
            """);

        Assert.EndsWith("(reached from Flow.Run → Desk.Open → Drawer.Pull)", Assert.Single(found));
    }

    [Theory]
    [InlineData("Func<DateTime> now = () => DateTime.UtcNow;", "", "(in Flow.Run)")]
    [InlineData("_ = new[] { 1 }.Select(_ => DateTime.UtcNow).ToList();", "", "(in Flow.Run)")]
    [InlineData("Look(); void Look() { _ = DateTime.UtcNow; }", "", "(reached from Flow.Run → Flow.Run.Look)")]
    [InlineData("Task.CompletedTask.Look();", "public static void Look(this Task task) { _ = DateTime.UtcNow; }", "(reached from Flow.Run → Flow.Look)")]
    [InlineData("_ = new[] { 1 }.Select(Look).ToList();", "static DateTime Look(int each) => DateTime.UtcNow;", "(reached from Flow.Run → Flow.Look)")]
    [InlineData("Look<int>();", "static T? Look<T>() { _ = DateTime.UtcNow; return default; }", "(reached from Flow.Run → Flow.Look)")]
    [InlineData("_ = Now;", "static DateTime Now => DateTime.UtcNow;", "(reached from Flow.Run → Flow.Now)")]
    [InlineData("_ = Start;", "static readonly DateTime Start = DateTime.UtcNow;", "(reached from Flow.Run → Flow.Start)")]
    [InlineData("_ = Start;", "static DateTime Start { get; } = DateTime.UtcNow;", "(reached from Flow.Run → Flow.Start)")]
    [InlineData("_ = new Desk();", "class Desk { public DateTime Made { get; } = DateTime.UtcNow; }", "(reached from Flow.Run → new Desk → Desk.Made)")]
    [InlineData("_ = new Desk();", "class Desk { private readonly DateTime _made = DateTime.UtcNow; public DateTime Made => _made; }", "(reached from Flow.Run → new Desk → Desk._made)")]
    [InlineData("_ = new Desk(1);", "class Desk(int size) { public DateTime Made { get; } = DateTime.UtcNow.AddDays(size); }", "(reached from Flow.Run → new Desk → Desk.Made)")]
    [InlineData("_ = new Desk();", "class Desk : Board; class Board { public Board() { _ = DateTime.UtcNow; } }", "(reached from Flow.Run → new Desk → new Board)")]
    [InlineData("_ = new Desk();", "class Desk { static Desk() { _ = DateTime.UtcNow; } }", "(reached from Flow.Run → new Desk → static Desk)")]
    [InlineData("using Desk desk = new();", "class Desk : IDisposable { public void Dispose() { _ = DateTime.UtcNow; } }", "(reached from Flow.Run → Desk.Dispose)")]
    [InlineData("IDesk desk = new Desk(); desk.Open();", "interface IDesk { void Open(); } class Desk : IDesk { public void Open() { _ = DateTime.UtcNow; } }", "(reached from Flow.Run → Desk.Open)")]
    [InlineData("Board desk = new Desk(); desk.Open();", "abstract class Board { public abstract void Open(); } class Desk : Board { public override void Open() { _ = DateTime.UtcNow; } }", "(reached from Flow.Run → Desk.Open)")]
    [InlineData("await CallAsync(null!);", "interface IDesk { Task OpenAsync(); } class Desk : IDesk { public async Task OpenAsync() { _ = DateTime.UtcNow; await Task.CompletedTask; } } static Task CallAsync(IDesk desk) => desk.OpenAsync();", "(reached from Flow.Run → Flow.CallAsync → Desk.OpenAsync)")]
    [InlineData("List<Board<int>> all = [new Desk()]; all[0].Open(1);", "abstract class Board<T> { public void Open(T each) => Pull(each); protected abstract void Pull(T each); } class Desk : Board<int> { protected override void Pull(int each) { _ = DateTime.UtcNow; } }", "(reached from Flow.Run → Board.Open → Desk.Pull)")]
    [InlineData("foreach (int each in new Desk()) { }", "class Desk { public IEnumerator<int> GetEnumerator() { _ = DateTime.UtcNow; yield break; } }", "(reached from Flow.Run → Desk.GetEnumerator)")]
    [InlineData("_ = new Desk() + new Desk();", "class Desk { public static Desk operator +(Desk a, Desk b) { _ = DateTime.UtcNow; return a; } }", "(reached from Flow.Run → Desk.op_Addition)")]
    public async Task All_that_an_orchestrator_runs_is_reached(string statements, string members, string way)
    {
        string[] found = await Snippet.Orchestrator(statements, members);

        Assert.EndsWith(way, Assert.Single(found));
    }

    [Theory]
    [InlineData("context.CallActivityAsync(nameof(Look));", "static void Look() { _ = DateTime.UtcNow; }")]
    [InlineData("", "static void Look() { _ = DateTime.UtcNow; }")]
    [InlineData("Named = 1;", "static int Named { get { _ = DateTime.UtcNow; return 1; } set { } }")]
    [InlineData("Board desk = new Desk(); desk.Open();", "abstract class Board { public abstract void Open(); } class Desk : Board { public override void Open() { } } class Other : Board { public override void Open() { _ = DateTime.UtcNow; } }")]
    public async Task What_no_orchestrator_runs_is_left_alone(string statements, string members) =>
        Assert.DoesNotContain(await Snippet.Orchestrator(statements, members), each => each.StartsWith("WF0001", StringComparison.Ordinal));

    [Fact]
    public async Task A_lambda_that_takes_the_context_is_an_orchestrator_and_the_code_around_it_is_not()
    {
        string[] found = await Snippet.Code("""
            public static class Setup
            {
                public static void Add(DurableTaskRegistry registry)
                {
                    Console.WriteLine(DateTime.UtcNow);
                    registry.AddOrchestratorFunc<int, int>("Flow", async (context, input) => { await Task.Delay(input); return input; });
                    registry.AddActivityFunc<int, int>("Step", (context, input) => { Thread.Sleep(input); return input; });
                }
            }
            """);

        Assert.EndsWith("(in a lambda in Setup.Add)", Assert.Single(found));
        Assert.StartsWith("WF0003", found[0]);
    }

    [Fact]
    public async Task An_orchestrator_class_is_orchestrator_code_from_its_fields_on()
    {
        string[] found = await Snippet.Code("""
            public sealed class Flow(TimeProvider time) : TaskOrchestrator<int, int>
            {
                private readonly Guid _id = Guid.NewGuid();

                public override Task<int> RunAsync(TaskOrchestrationContext context, int input)
                {
                    _ = time.GetUtcNow();
                    return Task.FromResult(_id.Version);
                }
            }
            """);

        Assert.Equal(["WF0002", "WF0001"], found.Select(each => each[..6]));
    }

    [Fact]
    public async Task A_trigger_without_a_context_is_an_orchestrator()
    {
        string[] found = await Snippet.Code("public static class Flow { public static void Run([OrchestrationTrigger] string input) => Console.Write(input); }");

        Assert.EndsWith("(in Flow.Run)", Assert.Single(found));
    }

    [Fact]
    public async Task Microsofts_namespaces_count_as_well()
    {
        string[] found = await Snippet.CodeOfOtherNamespaces("""
            namespace Microsoft.DurableTask { public abstract class TaskOrchestrationContext { public abstract Task CallActivityAsync(string name); } }
            """, """
            using Microsoft.DurableTask;
            public static class Flow
            {
                public static async Task Run(TaskOrchestrationContext context) { await context.CallActivityAsync("A"); await Task.Delay(1); }
            }
            """);

        Assert.StartsWith("WF0003", Assert.Single(found));
    }

    [Fact]
    public async Task A_context_of_another_family_is_none_of_ours() => Assert.Empty(await Snippet.Code("""
        namespace Other { public sealed class TaskOrchestrationContext; }
        public static class Flow { public static void Run(Other.TaskOrchestrationContext context) => Console.Write(context); }
        """));

    [Fact]
    public async Task Entities_and_activities_may_use_the_world()
    {
        string[] found = await Snippet.Code("""
            public sealed class Counter(TimeProvider time) : TaskEntity<DateTimeOffset>
            {
                private static int _calls;

                [Function(nameof(Counter))]
                public static Task Run([EntityTrigger] TaskEntityDispatcher dispatcher) => dispatcher.DispatchAsync<Counter>();

                public static EntityInstanceId IdOf(string key) => new(nameof(Counter), key);

                public void Touch() { _calls++; State = time.GetUtcNow(); }
            }

            public static class Step
            {
                [Function(nameof(Step))]
                public static async Task Run([ActivityTrigger] string name) => await File.WriteAllTextAsync(name, Guid.NewGuid().ToString());
            }

            public static class Flow
            {
                public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
                {
                    await context.CallActivityAsync(nameof(Step), "a");
                    await context.Entities.SignalEntityAsync(Counter.IdOf("a"), nameof(Counter.Touch));
                }
            }
            """);

        Assert.Empty(found);
    }

    [Fact]
    public async Task A_long_way_is_shortened_in_the_middle()
    {
        string steps = string.Concat(Enumerable.Range(1, 9).Select(step => $"static void S{step}() => S{step + 1}(); "));

        string[] found = await Snippet.Orchestrator("S1();", $$"""{{steps}} static void S10() { {{Clock}} }""");

        Assert.EndsWith("(reached from Flow.Run → Flow.S1 → Flow.S2 → … → Flow.S8 → Flow.S9 → Flow.S10)", Assert.Single(found));
    }

    [Fact]
    public async Task A_pragma_with_its_reason_silences_a_finding() => Assert.Empty(await Snippet.Orchestrator("""
        #pragma warning disable WF0001
                _ = DateTime.UtcNow;
        #pragma warning restore WF0001
        """));
}
