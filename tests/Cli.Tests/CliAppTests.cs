namespace Workflows.Cli.Tests;

public sealed class CliAppTests
{
    [Theory]
    [InlineData("reviw")]
    [InlineData("review", "a.diff", "b.diff")]
    [InlineData("review", "a.diff", "--colour")]
    [InlineData("review", "--title")]
    [InlineData("status")]
    [InlineData("list", "--time-scale", "3")]
    [InlineData("serve", "--server", "http://127.0.0.1:1")]
    public async Task A_command_line_that_cannot_be_understood_is_refused_with_one_line_that_names_the_help(params string[] args)
    {
        using TestCli cli = new();

        string line = await cli.RefusalAsync(args);

        Assert.StartsWith("workflows: ", line, StringComparison.Ordinal);
        Assert.EndsWith("--help", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reviw")]
    [InlineData("list", "reviw")]
    [InlineData("serve", "--urls", "http://127.0.0.1:0", "reviw")]
    public async Task A_word_that_fits_nowhere_is_named(params string[] args)
    {
        using TestCli cli = new();

        Assert.Contains("'reviw' is no command, argument or option here", await cli.RefusalAsync(args), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_command_the_help_is_named()
    {
        using TestCli cli = new();

        Assert.Contains("workflows --help", await cli.RefusalAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("review")]
    [InlineData("resume")]
    [InlineData("status")]
    [InlineData("list")]
    [InlineData("serve")]
    public async Task The_help_of_each_command_shows_its_options_and_examples(string command)
    {
        using TestCli cli = new();

        Assert.Equal(ExitCode.Done, await cli.RunAsync(command, "--help"));

        Assert.Contains("--data <DIR>", cli.Output, StringComparison.Ordinal);
        Assert.Contains($"Examples:\n  ", cli.Output, StringComparison.Ordinal);
        Assert.Contains($"workflows {command}", cli.Output, StringComparison.Ordinal);
        Assert.Contains("Exit codes: 0", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_of_the_program_lists_the_commands_and_hides_the_version()
    {
        using TestCli cli = new();

        Assert.Equal(ExitCode.Done, await cli.RunAsync("--help"));

        Assert.All((string[])["review", "resume", "status", "list", "serve"], command => Assert.Contains($"  {command}", cli.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("--version", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_one_line()
    {
        using TestCli cli = new();

        Assert.Equal(ExitCode.Done, await cli.RunAsync("--version"));

        Assert.Single(cli.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task An_argument_that_begins_with_an_at_sign_is_a_name_not_a_file_of_arguments()
    {
        using TestCli cli = new();

        Assert.Contains("there is no file @arguments", await cli.RefusalAsync("review", "@arguments"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unexpected_error_is_one_line_without_a_stack_trace()
    {
        using TestCli cli = new();
        cli.Runs.OpenError = new InvalidOperationException("first\n   at Some.Method()\nlast");

        Assert.Equal(ExitCode.Failed, await cli.RunAsync("review", cli.DiffFile()));

        Assert.Equal("workflows: unexpected error (InvalidOperationException): first at Some.Method() last", Assert.Single(cli.ErrorLines));
    }
}
