using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Cli.Debates;
using Workflows.Cli.Hosting;
using Workflows.Cli.Inputs;
using Workflows.Cli.Output;
using Workflows.Durable.Client;

namespace Workflows.Cli.Commands;

/// <summary><c>workflows debate-ab</c>: compares both modes of the debates on the same tasks.</summary>
internal sealed class DebateAbCommand(CliServices services)
{
    public const string Name = "debate-ab";

    private const int MostRuns = 1_000;
    private const int MostDebates = 10_000;
    private const int MostAtOnce = 100;

    private readonly Argument<string> _tasks = new("tasks") { Description = "Tasks as JSON Lines, one object a line: goal, and if wanted plan, context, complexity, evidence, evidenceFiles (paths relative to the file), id.", HelpName = "jsonl" };
    private readonly Option<string?> _runs = new("--runs") { Description = "How often each task is debated in each mode. Default: 1.", HelpName = "N" };
    private readonly Option<string?> _concurrency = new("--concurrency") { Description = "How many debates run at once. More than one disturb each other's latency. Default: 1.", HelpName = "N" };
    private readonly Option<string?> _format = ListingFormat.Option();
    private readonly Option<string?> _output = new("--output") { Description = "Write the report to a file, whole or not at all. Default: standard output.", HelpName = "FILE" };
    private readonly Option<bool> _new = new("--new") { Description = "Start afresh, even when the same comparison has been made or begun." };
    private readonly TargetOptions _target = new();

    /// <summary>The command.</summary>
    public static Command Create(CliServices services) => new DebateAbCommand(services).Build();

    private Command Build()
    {
        Command command = new(Name, "Compare both modes of the debates on the same tasks, interleaved: latency, gate, fallbacks and failures, with confidence intervals. A comparison that was stopped goes on when the same command is given again.")
        {
            _tasks, _runs, _concurrency, _format, _output, _new, _target.Data, _target.TimeScale, _target.Verbose,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        bool json = ListingFormat.IsJson(parsed.GetValue(_format));
        int runs = Number(parsed.GetValue(_runs), "--runs", MostRuns);
        int concurrency = Number(parsed.GetValue(_concurrency), "--concurrency", MostAtOnce);
        OutputPlace output = OutputPlace.Prepare(parsed.GetValue(_output), services);
        HostSettings settings = _target.ReadLocal(parsed);
        IReadOnlyList<ComparisonTask> tasks = await ComparisonTasks.ReadAsync(parsed.GetValue(_tasks)!, stop);
        if (2L * tasks.Count * runs > MostDebates)
        {
            throw CliException.BadUsage($"--runs: {runs:N0} runs of {tasks.Count:N0} tasks in both modes are {2L * tasks.Count * runs:N0} debates; a comparison has at most {MostDebates:N0}");
        }

        ComparisonPlan plan = new(tasks, runs);
        IReadOnlyList<FoundDebate> found;
        await using (RunningHost still = await RunningHost.StartAsync(services.Hosts, settings with { RunsWork = false }, stop))
        {
            found = await new ComparisonStart(plan, still.Services.GetRequiredService<DurableTaskClient>()).FindAsync(parsed.GetValue(_new), stop);
        }

        await using RunningHost host = await RunningHost.StartAsync(services.Hosts, settings, stop);
        return await new ComparisonSession(services, host, output, json).RunAsync(plan, found, concurrency, stop);
    }

    private static int Number(string? text, string option, int most) => text is null ? 1
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= most ? number
        : throw CliException.BadUsage($"{option}: '{text}' is no whole number from 1 to {most:N0}");
}
