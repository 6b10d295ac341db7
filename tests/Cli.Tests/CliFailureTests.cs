using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Host;
using Workflows.Shared.Debate;
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

    [Theory]
    [InlineData("MinCount", "abc")]
    [InlineData("Enabled", "maybe")]
    public void A_setting_that_is_not_of_its_kind_is_bad_usage_and_named(string key, string value)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([new($"Debates:Rollout:{key}", value)]).Build();

        CliFailure failure = CliFailure.Of(Assert.ThrowsAny<InvalidOperationException>(() => configuration.GetSection("Debates").Get<DebateOptions>()));

        Assert.Equal(ExitCode.BadUsage, failure.ExitCode);
        Assert.StartsWith("the configuration cannot be used: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"Debates:Rollout:{key}", failure.Message, StringComparison.Ordinal);
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
