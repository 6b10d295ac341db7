using System.CommandLine;
using System.CommandLine.Help;
using Workflows.Cli.Commands;

namespace Workflows.Cli;

/// <summary>The program: understands the command line, runs the command, turns every failure into one line and an exit code.</summary>
internal static class CliApp
{
    /// <summary>Runs a command line.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, CliServices services)
    {
        CliConsole console = services.Console;
        // Neither response files (@name) nor bundled letters: an argument means what it says.
        ParseResult parsed = Root(services).Parse(args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            string command = parsed.CommandResult.Command is RootCommand ? "" : $" {parsed.CommandResult.Command.Name}";
            // A word that fits nowhere explains more than what is missing because of it.
            string error = parsed.UnmatchedTokens.Count > 0 ? $"'{parsed.UnmatchedTokens[0]}' is no command, argument or option here" : parsed.Errors[0].Message.TrimEnd('.');
            console.Say($"{error}; see: workflows{command} --help");
            return ExitCode.BadUsage;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { Output = console.Output, Error = console.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
                services.Stop);
        }
        catch (OperationCanceledException) when (services.Stop.IsCancellationRequested)
        {
            return ExitCode.Stopped;
        }
        catch (Exception e)
        {
            CliFailure failure = CliFailure.Of(e);
            console.Say(failure.Message);
            return failure.ExitCode;
        }
    }

    private static RootCommand Root(CliServices services)
    {
        RootCommand root = new("Durable workflows on language models: reviews of pull requests, consultations and more, whatever happens to the process.")
        {
            ReviewCommand.Create(services),
            ResumeCommand.Create(services),
            StatusCommand.Create(services),
            ListCommand.Create(services),
            SummarizeCommand.Create(services),
            AnalyzeCommand.Create(services),
            DebateCommand.Create(services),
            DebateAbCommand.Create(services),
            RolloutCommand.Create(services),
            ExpressionsCommand.Create(services),
            InterviewCommand.Create(services),
            KeyCommand.Create(services),
            PlanCommand.Create(services),
            CallbacksCommand.Create(services),
            ServeCommand.Create(services),
        };
        Option version = root.Options.OfType<VersionOption>().Single();
        version.Hidden = true;
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }
}
