namespace Workflows.Analyzers;

/// <summary>Each rule on what it forbids and on what looks like it but is allowed. The statements stand in an orchestrator.</summary>
public sealed class RuleTests
{
    [Theory]
    [InlineData("_ = DateTime.Now;", "WF0001 'DateTime.Now'")]
    [InlineData("_ = DateTime.UtcNow;", "WF0001 'DateTime.UtcNow'")]
    [InlineData("_ = DateTime.Today;", "WF0001 'DateTime.Today'")]
    [InlineData("_ = DateTimeOffset.Now;", "WF0001 'DateTimeOffset.Now'")]
    [InlineData("_ = DateTimeOffset.UtcNow;", "WF0001 'DateTimeOffset.UtcNow'")]
    [InlineData("_ = new System.Diagnostics.Stopwatch();", "WF0001 'new Stopwatch'")]
    [InlineData("_ = System.Diagnostics.Stopwatch.GetTimestamp();", "WF0001 'Stopwatch.GetTimestamp'")]
    [InlineData("_ = Environment.TickCount64;", "WF0001 'Environment.TickCount64'")]
    [InlineData("_ = TimeProvider.System.GetUtcNow();", "WF0001 'TimeProvider.GetUtcNow'")]
    [InlineData("Func<DateTimeOffset> now = TimeProvider.System.GetUtcNow; _ = now();", "WF0001 'TimeProvider.GetUtcNow'")]
    [InlineData("_ = Guid.NewGuid();", "WF0002 'Guid.NewGuid'")]
    [InlineData("_ = Guid.CreateVersion7();", "WF0002 'Guid.CreateVersion7'")]
    [InlineData("_ = new Random(1);", "WF0002 'new Random'")]
    [InlineData("_ = Random.Shared.Next();", "WF0002 'Random.Next'")]
    [InlineData("_ = System.Security.Cryptography.RandomNumberGenerator.GetInt32(3);", "WF0002 'RandomNumberGenerator.GetInt32'")]
    [InlineData("_ = Path.GetRandomFileName();", "WF0002 'Path.GetRandomFileName'")]
    [InlineData("_ = \"a\".GetHashCode();", "WF0002 'String.GetHashCode'")]
    [InlineData("_ = HashCode.Combine(1, 2);", "WF0002 'HashCode.Combine'")]
    [InlineData("await Task.Delay(1);", "WF0003 'Task.Delay'")]
    [InlineData("Thread.Sleep(1);", "WF0003 'Thread.Sleep'")]
    [InlineData("using PeriodicTimer timer = new(TimeSpan.FromSeconds(1));", "WF0003 'new PeriodicTimer'")]
    [InlineData("using Timer timer = new(_ => { });", "WF0003 'new Timer'")]
    [InlineData("using CancellationTokenSource end = new(TimeSpan.FromSeconds(1));", "WF0003 'new CancellationTokenSource'")]
    [InlineData("using CancellationTokenSource end = new(); end.CancelAfter(5);", "WF0003 'CancellationTokenSource.CancelAfter'")]
    [InlineData("await context.CallActivityAsync(\"A\").WaitAsync(TimeSpan.FromSeconds(1));", "WF0003 'Task.WaitAsync'")]
    [InlineData("await Task.Run(() => { });", "WF0004 'Task.Run'")]
    [InlineData("await Task.Factory.StartNew(() => { });", "WF0004 'TaskFactory.StartNew'")]
    [InlineData("context.CallActivityAsync(\"A\").Wait();", "WF0004 'Task.Wait'")]
    [InlineData("await context.CallActivityAsync(\"A\").ContinueWith(_ => { });", "WF0004 'Task.ContinueWith'")]
    [InlineData("Parallel.For(0, 2, _ => { });", "WF0004 'Parallel.For'")]
    [InlineData("_ = new[] { 1 }.AsParallel();", "WF0004 'ParallelEnumerable.AsParallel'")]
    [InlineData("ThreadPool.QueueUserWorkItem(_ => { });", "WF0004 'ThreadPool.QueueUserWorkItem'")]
    [InlineData("new Thread(() => { }) { }.Join();", "WF0004 'Thread.Join'")]
    [InlineData("lock (context) { }", "WF0004 'lock'")]
    [InlineData("Monitor.Enter(context);", "WF0004 'Monitor.Enter'")]
    [InlineData("await new SemaphoreSlim(1).WaitAsync();", "WF0004 'SemaphoreSlim.WaitAsync'")]
    [InlineData("_ = File.ReadAllText(\"a\");", "WF0005 'File.ReadAllText'")]
    [InlineData("await File.ReadAllTextAsync(\"a\");", "WF0005 'File.ReadAllTextAsync'")]
    [InlineData("_ = Directory.Exists(\"a\");", "WF0005 'Directory.Exists'")]
    [InlineData("_ = new FileInfo(\"a\");", "WF0005 'new FileInfo'")]
    [InlineData("_ = new StreamReader(\"a\");", "WF0005 'new StreamReader'")]
    [InlineData("await new HttpClient().GetAsync(\"http://localhost\");", "WF0005 'HttpClient.GetAsync'")]
    [InlineData("_ = System.Net.Dns.GetHostName();", "WF0005 'Dns.GetHostName'")]
    [InlineData("_ = new System.Net.Sockets.UdpClient();", "WF0005 'new UdpClient'")]
    [InlineData("_ = System.Diagnostics.Process.GetCurrentProcess().Id;", "WF0005 'Process.Id'")]
    [InlineData("Console.WriteLine();", "WF0005 'Console.WriteLine'")]
    [InlineData("((System.Data.Common.DbConnection)null!).Open();", "WF0005 'DbConnection.Open'")]
    [InlineData("await ((DurableTaskClient)null!).RaiseEventAsync(\"a\", \"b\");", "WF0005 'DurableTaskClient.RaiseEventAsync'")]
    [InlineData("_ = Environment.GetEnvironmentVariable(\"A\");", "WF0006 'Environment.GetEnvironmentVariable'")]
    [InlineData("_ = Environment.MachineName;", "WF0006 'Environment.MachineName'")]
    [InlineData("_ = TimeZoneInfo.Local;", "WF0006 'TimeZoneInfo.Local'")]
    [InlineData("_ = ((Microsoft.Extensions.Configuration.IConfiguration)null!)[\"a\"];", "WF0006 'IConfiguration.this[]'")]
    [InlineData("await context.CallActivityAsync(\"A\").ConfigureAwait(false);", "WF0007 'ConfigureAwait(false)'")]
    [InlineData("await context.CallActivityAsync(\"A\").ConfigureAwait(ConfigureAwaitOptions.None);", "WF0007 'ConfigureAwait(ConfigureAwaitOptions.None)'")]
    [InlineData("await Task.Yield();", "WF0008 'Task.Yield'")]
    [InlineData("await new StringReader(\"a\").ReadLineAsync();", "WF0008 'StringReader.ReadLineAsync'")]
    [InlineData("Task<string?> read = new StringReader(\"a\").ReadLineAsync(); await Task.WhenAny(context.CallActivityAsync(\"A\"), read);", "WF0008 'StringReader.ReadLineAsync'")]
    [InlineData("System.Threading.Channels.Channel<int> channel = System.Threading.Channels.Channel.CreateUnbounded<int>(); await channel.Reader.Completion;", "WF0008 'ChannelReader.Completion'")]
    [InlineData("_ = System.Globalization.CultureInfo.CurrentCulture;", "WF0009 'CultureInfo.CurrentCulture'")]
    public async Task What_a_replay_cannot_repeat_is_found_and_named(string statement, string expected)
    {
        string[] found = await Snippet.Orchestrator(statement);

        Assert.Contains(found, each => each.StartsWith(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("_ = context.CurrentUtcDateTime.AddDays(1); _ = DateTime.MinValue; _ = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);")]
    [InlineData("_ = context.NewGuid(); _ = Guid.Parse(\"00000000-0000-0000-0000-000000000000\"); _ = Guid.Empty;")]
    [InlineData("_ = nameof(Guid.NewGuid); _ = typeof(HttpClient);")]
    [InlineData("_ = Environment.NewLine; _ = Path.Combine(\"a\", \"b\"); _ = new StringReader(\"a\").ReadLine();")]
    [InlineData("using CancellationTokenSource end = new(); Task timer = context.CreateTimer(TimeSpan.FromDays(1), end.Token); await Task.WhenAny(timer, context.WaitForExternalEvent<string>(\"e\")); end.Cancel();")]
    [InlineData("await Task.WhenAll(Enumerable.Range(0, 3).Select(each => context.CallActivityAsync<int>(\"A\", each)));")]
    [InlineData("Task<int>[] all = [context.CallActivityAsync<int>(\"A\"), Task.FromResult(1)]; await await Task.WhenAny(all); _ = all[0].Result;")]
    [InlineData("await Task.CompletedTask; await Task.FromException<int>(new InvalidOperationException()); await ValueTask.FromResult(1);")]
    [InlineData("TaskCompletionSource<int> own = new(); own.SetResult(1); await own.Task; await own.Task.WaitAsync(CancellationToken.None);")]
    [InlineData("await context.CallActivityAsync(\"A\").ConfigureAwait(true); await context.CallActivityAsync(\"A\").ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);")]
    [InlineData("await context.CallActivityAsync(\"A\").ContinueWith(_ => 1, TaskContinuationOptions.ExecuteSynchronously);")]
    [InlineData("await using (await context.Entities.LockEntitiesAsync(new EntityInstanceId(\"a\", \"b\"))) { await context.Entities.CallEntityAsync<int>(new EntityInstanceId(\"a\", \"b\"), \"get\"); }")]
    [InlineData("IAsyncDisposable held = await context.Entities.LockEntitiesAsync(new EntityInstanceId(\"a\", \"b\")); await held.DisposeAsync();")]
    [InlineData("Func<int, Task<int>> call = each => context.CallActivityAsync<int>(\"A\", each); await call(1); await new List<Task<int>> { call(2) }.First();")]
    [InlineData("_ = string.Empty; _ = TimeSpan.Zero; _ = StringComparer.Ordinal; _ = System.Globalization.CultureInfo.InvariantCulture;")]
    [InlineData("List<int> mine = []; mine.Add(1); Dictionary<string, int> counts = new() { [\"a\"] = 1 }; counts[\"a\"]++;")]
    [InlineData("_ = System.Text.Json.JsonSerializer.Serialize(1); _ = System.Text.RegularExpressions.Regex.IsMatch(\"a\", \"b\");")]
    public async Task What_a_replay_repeats_is_left_alone(string statement) => Assert.Empty(await Snippet.Orchestrator(statement));

    [Theory]
    [InlineData("public static int Count;", "_ = Count;", "Flow.Count")]
    [InlineData("public static int Count;", "Count = 1;", "Flow.Count")]
    [InlineData("public static int Count;", "Count++;", "Flow.Count")]
    [InlineData("public static int Count { get; set; }", "_ = Count;", "Flow.Count")]
    [InlineData("public static int Count { get; private set; }", "Count += 2;", "Flow.Count")]
    [InlineData("private static readonly List<int> Seen = [];", "Seen.Add(1);", "Flow.Seen")]
    [InlineData("private static List<int> Seen { get; } = [];", "Seen.Clear();", "Flow.Seen")]
    [InlineData("private static readonly Dictionary<string, int> Seen = [];", "Seen[\"a\"] = 1;", "Flow.Seen")]
    [InlineData("private static readonly int[] Seen = [0];", "Seen[0]++;", "Flow.Seen")]
    [InlineData("private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> Seen = [];", "_ = Seen.Count;", "Flow.Seen")]
    [InlineData("private static readonly AsyncLocal<int> Here = new();", "_ = Here.Value;", "Flow.Here")]
    public async Task Static_state_that_changes_is_found(string member, string statement, string expected)
    {
        string[] found = await Snippet.Orchestrator(statement, member);

        Assert.Equal($"WF0009 '{expected}'", Assert.Single(found)[..$"WF0009 '{expected}'".Length]);
    }

    [Theory]
    [InlineData("public const int Count = 1;", "_ = Count;")]
    [InlineData("public static readonly TimeSpan Step = TimeSpan.FromSeconds(1);", "_ = Step;")]
    [InlineData("private static readonly Dictionary<string, int> Known = new() { [\"a\"] = 1 };", "_ = Known[\"a\"];")]
    [InlineData("private static string[] Names { get; } = [\"a\"];", "_ = Names[0];")]
    [InlineData("private static List<int> Fresh => [];", "Fresh.Add(1);")]
    [InlineData("private static readonly System.Collections.Immutable.ImmutableList<int> None = [];", "_ = None.Add(1);")]
    public async Task Static_values_that_stay_are_left_alone(string member, string statement) => Assert.Empty(await Snippet.Orchestrator(statement, member));

    [Fact]
    public async Task A_message_names_the_call_the_remedy_and_the_orchestrator()
    {
        string found = Assert.Single(await Snippet.Orchestrator("_ = DateTime.UtcNow;"));

        Assert.Equal("WF0001 'DateTime.UtcNow' reads a clock, and a replay would read another time: use 'context.CurrentUtcDateTime' (in Flow.Run)", found);
    }

    [Fact]
    public async Task A_chain_of_forbidden_members_is_reported_once() => Assert.Single(await Snippet.Orchestrator("_ = TimeProvider.System.GetUtcNow();"));

    [Fact]
    public void Every_rule_is_an_error_with_a_title_a_help_text_and_an_id_of_its_own()
    {
        var rules = new OrchestrationAnalyzer().SupportedDiagnostics;

        Assert.Equal(Enumerable.Range(1, rules.Length).Select(number => $"WF{number:D4}"), rules.Select(rule => rule.Id));
        Assert.All(rules, rule =>
        {
            Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Error, rule.DefaultSeverity);
            Assert.NotEmpty(rule.Title.ToString(null));
            Assert.NotEmpty(rule.Description.ToString(null));
        });
    }
}
