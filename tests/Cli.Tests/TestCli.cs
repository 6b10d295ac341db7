using System.Text;
using Workflows.Cli.Callbacks;
using Workflows.Cli.Hosting;
using Workflows.Cli.Runs;

namespace Workflows.Cli.Tests;

/// <summary>The program in this process, in a folder of its own, with streams that can be read afterwards.</summary>
internal sealed class TestCli : IDisposable
{
    public const string Diff = """
        diff --git a/a.cs b/a.cs
        --- a/a.cs
        +++ b/a.cs
        @@ -1,2 +1,2 @@
         class A
        -{ }
        +{ int x; }

        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cli-tests-");
    private readonly CancellationTokenSource _stop = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public FakeRuns Runs { get; init; } = new();

    public FakeCallbacks Callbacks { get; init; } = new();

    public FakeRollout Rollout { get; init; } = new();

    /// <summary>True: runs are opened as the program does it, instead of <see cref="Runs"/>.</summary>
    public bool OpensRuns { get; init; }

    public string? ServerKey { get; set; }

    public IHostFactory Hosts { get; init; } = new FakeHosts();

    public InstantTimeProvider Time { get; } = new();

    public byte[] Input { get; set; } = [];

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string Folder => _folder.FullName;

    public string File(string name, string content) => File(name, Encoding.UTF8.GetBytes(content));

    public string File(string name, byte[] content)
    {
        string path = Path.Combine(Folder, name);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    public string DiffFile() => File("change.diff", Diff);

    public void Stop() => _stop.Cancel();

    public CliConsole Console() => new()
    {
        Input = new MemoryStream(Input),
        Output = _output,
        Error = _error,
    };

    public Task<int> RunAsync(params string[] args) => CliApp.RunAsync(args, Services());

    public CliServices Services()
    {
        int suffix = 0;
        return new CliServices
        {
            Console = Console(),
            Time = Time,
            Hosts = Hosts,
            Runs = OpensRuns ? new RunsSource(Hosts, Time, ServerKey) : Runs,
            Callbacks = OpensRuns ? CliServices.CallbacksOf(Hosts, Time, ServerKey) : Callbacks,
            Rollout = OpensRuns ? CliServices.RolloutOf(Hosts, Time, ServerKey) : Rollout,
            FreshSuffix = () => $"fresh{++suffix}",
            Stop = _stop.Token,
        };
    }

    /// <summary>Runs a command line that is to be refused, and gives the one line that says why.</summary>
    public async Task<string> RefusalAsync(params string[] args)
    {
        Assert.Equal(ExitCode.BadUsage, await RunAsync(args));
        Assert.Equal("", Output);
        Assert.Empty(Runs.Started);
        return Assert.Single(ErrorLines);
    }

    public void Dispose()
    {
        _stop.Dispose();
        foreach (FileInfo file in _folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            file.Attributes = FileAttributes.Normal;
        }

        _folder.Delete(recursive: true);
    }
}
