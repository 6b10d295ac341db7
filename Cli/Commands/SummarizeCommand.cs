using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Activities.Consultation;
using Workflows.Activities.Models;
using Workflows.Cli.Hosting;
using Workflows.Cli.Inputs;
using Workflows.Durable.Client;
using Workflows.Shared.Consultation;
using Workflows.Shared.Models;

namespace Workflows.Cli.Commands;

/// <summary><c>workflows summarize</c>: the quick summary of a conversation, as the real-time route gives it.</summary>
internal sealed class SummarizeCommand(CliServices services)
{
    public const string Name = "summarize";

    private const int MaxBytes = 1024 * 1024;

    private readonly Argument<string> _file = new("file") { Description = "A conversation as text, or - for standard input.", HelpName = "file|-" };
    private readonly Option<bool> _json = new("--json") { Description = "Print the whole answer as JSON." };
    private readonly TargetOptions _target = new();

    /// <summary>The command.</summary>
    public static Command Create(CliServices services) => new SummarizeCommand(services).Build();

    private Command Build()
    {
        Command command = new(Name, "Summarize a conversation in one or two sentences, within three seconds.") { _file, _json, _target.Data, _target.TimeScale, _target.Verbose };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        string file = parsed.GetValue(_file)!;
        HostSettings settings = new()
        {
            DataFolder = TargetOptions.Folder(parsed.GetValue(_target.Data)),
            TimeScale = TargetOptions.ReadScale(parsed.GetValue(_target.TimeScale)),
            Verbose = parsed.GetValue(_target.Verbose),
        };
        string text = await ReadAsync(file, stop);
        await using RunningHost host = await RunningHost.StartAsync(services.Hosts, settings, stop);
        if (host.Services.GetRequiredService<ModelCatalogue>().TryGetTask(ConsultationNames.QuickSummaryTask, out ModelTask? task))
        {
            host.Services.GetRequiredService<StandingBlocks>().Keep(host.Services.GetRequiredService<DurableTaskClient>(), task, QuickSummarizer.TokensOfACall);
        }

        long received = host.Services.GetRequiredService<TimeProvider>().GetTimestamp();
        QuickSummary summary = await host.Services.GetRequiredService<QuickSummarizer>().SummarizeAsync(new QuickSummaryRequest(IdOf(file), text), received, stop);
        if (summary.Reason is { } reason)
        {
            services.Console.Say($"degraded: {reason}; these are the conversation's own sentences");
        }
        else if (summary.Simulated)
        {
            services.Console.Say("written by the simulator; configure a model under Models:Pools for a real summary");
        }

        string answer = parsed.GetValue(_json) ? JsonSerializer.Serialize(summary, ConsultationJson.Indented) : summary.Summary;
        await services.Console.Output.WriteLineAsync(answer.AsMemory(), stop);
        return ExitCode.Done;
    }

    private async Task<string> ReadAsync(string file, CancellationToken stop)
    {
        byte[] bytes = file == "-"
            ? await BoundedFile.ReadAsync(services.Console.Input, "standard input", MaxBytes, stop)
            : await BoundedFile.ReadAsync(file, "the conversation", MaxBytes, stop);
        string text = Utf8Text.Decode(bytes, "the conversation");
        return string.IsNullOrWhiteSpace(text) ? throw CliException.BadUsage("the conversation is empty") : text;
    }

    private static string IdOf(string file) => file == "-" ? "stdin" : Path.GetFileName(file);
}
