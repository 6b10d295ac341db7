using System.CommandLine;
using System.Text.Json;
using Workflows.Cli.Debates;
using Workflows.Cli.Runs;
using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Cli.Commands;

/// <summary><c>workflows rollout</c>: shows how the debates' parallel mode is rolled out; pauses, resumes, advances it or rolls it back.</summary>
internal sealed class RolloutCommand(CliServices services)
{
    public const string Name = "rollout";

    private const string Status = "status";

    private readonly Argument<string> _operation = new("operation")
    {
        Description = "status (default), pause (the share stays, the clock stops), resume (after a pause or a rollback), advance (end the stage now) or roll-back (all in sequence).",
        DefaultValueFactory = _ => Status,
    };

    private readonly Option<string?> _reason = new("--reason") { Description = "Why; kept in the history.", HelpName = "TEXT" };
    private readonly Option<string?> _format = ListingFormat.Option();
    private readonly TargetOptions _target = new();

    /// <summary>The command.</summary>
    public static Command Create(CliServices services) => new RolloutCommand(services).Build();

    private Command Build()
    {
        Command command = new(Name, "Show how the debates' parallel mode is rolled out, or change it.")
        {
            _operation, _reason, _format, _target.Server, _target.Data, _target.Verbose,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        RunTarget target = _target.Read(parsed);
        bool json = ListingFormat.IsJson(parsed.GetValue(_format));
        string operation = parsed.GetValue(_operation)!;
        string? reason = parsed.GetValue(_reason);
        bool changes = RolloutChange.Words.Contains(operation);
        if (!changes && operation != Status)
        {
            throw CliException.BadUsage($"'{operation}' is none of {Status}, {string.Join(", ", RolloutChange.Words)}");
        }

        if (reason is not null && (!changes || reason.Length > RolloutRules.LongestReason))
        {
            throw CliException.BadUsage(changes ? $"--reason: write up to {RolloutRules.LongestReason} characters" : "--reason belongs to a change; leave it out with status");
        }

        await using IRollout? rollout = await services.Rollout.OpenAsync(target, runsWork: changes, stop);
        if (rollout is null)
        {
            return changes ? throw CliException.Failed($"there is no data file {target.Where}: nothing has begun that could be changed") : await NothingAsync(target, json);
        }

        RolloutView? view = changes ? await rollout.ChangeAsync(operation, reason, $"cli-{services.FreshSuffix()}", stop) : await rollout.LookAsync(stop);
        if (view is null)
        {
            services.Console.Say($"it takes longer than usual, and goes on {target.Where}; see: workflows rollout{target.Options}");
            return ExitCode.Done;
        }

        await services.Console.Output.WriteAsync(json ? JsonSerializer.Serialize(view, DebateJson.Indented) + "\n" : RolloutText.Of(view));
        return ExitCode.Done;
    }

    private async Task<int> NothingAsync(RunTarget target, bool json)
    {
        services.Console.Say($"no debates {target.Where}: the rollout begins with the first one in mode auto");
        await services.Console.Output.WriteAsync(json ? "null\n" : "");
        return ExitCode.Done;
    }
}
