using Microsoft.Extensions.Options;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Host;
using Workflows.Shared.PullRequestReview.Diffs;

namespace Workflows.Cli;

/// <summary>What is said, and answered to the caller, when a command breaks off.</summary>
internal sealed record CliFailure(string Message, int ExitCode)
{
    /// <summary>The failure that an exception stands for. Every exception has one: nobody ever sees a stack trace.</summary>
    public static CliFailure Of(Exception exception)
    {
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            if (Known(e) is { } known)
            {
                return known;
            }
        }

        return new CliFailure($"unexpected error ({exception.GetType().Name}): {exception.Message}", Cli.ExitCode.Failed);
    }

    private static CliFailure? Known(Exception exception) => exception switch
    {
        CliException e => new CliFailure(e.Message, e.ExitCode),
        InvalidDiffException e => new CliFailure(e.Message, Cli.ExitCode.BadUsage),
        OptionsValidationException e => new CliFailure($"the configuration cannot be used: {string.Join("; ", e.Failures)}", Cli.ExitCode.BadUsage),
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } e => new CliFailure($"the configuration cannot be used: {e.Message}", Cli.ExitCode.BadUsage),
        HostStartException or JournalException or IOException or UnauthorizedAccessException => new CliFailure(exception.Message, Cli.ExitCode.Failed),
        _ => null,
    };
}
