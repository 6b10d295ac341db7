using Microsoft.Extensions.Options;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Host;
using Workflows.Shared.PullRequestReview.Diffs;

namespace Workflows.Cli.Tests;

public sealed class CliFailureTests
{
    [Fact]
    public void What_the_person_can_put_right_on_the_command_line_is_bad_usage()
    {
        Assert.Equal(new CliFailure("no", ExitCode.BadUsage), CliFailure.Of(CliException.BadUsage("no")));
        Assert.Equal(new CliFailure("no diff", ExitCode.BadUsage), CliFailure.Of(new InvalidDiffException("no diff")));
        Assert.Equal(
            new CliFailure("the configuration cannot be used: a; b", ExitCode.BadUsage),
            CliFailure.Of(new OptionsValidationException("x", typeof(string), ["a", "b"])));
    }

    [Fact]
    public void A_host_a_data_file_or_a_disk_that_fails_keeps_its_own_words()
    {
        Assert.Equal(new CliFailure("port", ExitCode.Failed), CliFailure.Of(new HostStartException("port")));
        Assert.Equal(new CliFailure("in use", ExitCode.Failed), CliFailure.Of(new JournalException("in use")));
        Assert.Equal(new CliFailure("full", ExitCode.Failed), CliFailure.Of(new IOException("full")));
    }

    [Fact]
    public void The_words_of_a_cause_are_found_beneath_what_wraps_it() =>
        Assert.Equal(new CliFailure("in use", ExitCode.Failed), CliFailure.Of(new InvalidOperationException("wrapped", new JournalException("in use"))));
}
