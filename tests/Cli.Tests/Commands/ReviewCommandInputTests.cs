using System.Text;
using Workflows.Cli.Inputs;
using Workflows.Shared.PullRequestReview.Diffs;

namespace Workflows.Cli.Tests.Commands;

public sealed class ReviewCommandInputTests
{
    [Fact]
    public async Task No_input_is_refused()
    {
        using TestCli cli = new();

        Assert.Contains("name a diff file, - for standard input, or --repo", await cli.RefusalAsync("review"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_refused()
    {
        using TestCli cli = new();

        Assert.Contains("there is no file", await cli.RefusalAsync("review", Path.Combine(cli.Folder, "none.diff")), StringComparison.Ordinal);
        Assert.Empty(cli.Runs.Opened);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\0b")]
    public async Task A_name_that_no_file_can_have_is_refused(string name)
    {
        using TestCli cli = new();

        Assert.Contains("name a file", await cli.RefusalAsync("review", name), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_refused()
    {
        using TestCli cli = new();

        Assert.Contains("is a folder", await cli.RefusalAsync("review", cli.Folder), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \n")]
    [InlineData("Dear all,\nthis is no diff.\n")]
    public async Task A_text_that_is_no_diff_is_refused(string text)
    {
        using TestCli cli = new();

        await cli.RefusalAsync("review", cli.File("a.diff", text));
        Assert.Empty(cli.Runs.Opened);
    }

    [Fact]
    public async Task A_diff_that_is_too_large_is_refused()
    {
        using TestCli cli = new() { Input = new byte[DiffText.MaxBytes + 1] };

        Assert.Contains("the diff is larger than 20 MB", await cli.RefusalAsync("review", "-"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--description")]
    [InlineData("--rules")]
    public async Task A_text_that_is_missing_or_too_large_is_refused_with_its_option(string option)
    {
        using TestCli cli = new();
        string large = cli.File("large.txt", Encoding.UTF8.GetBytes(new string('a', ReviewInput.MaxTextBytes + 1)));

        Assert.StartsWith($"workflows: {option}: there is no file", await cli.RefusalAsync("review", cli.DiffFile(), option, "/none/such"), StringComparison.Ordinal);
        using TestCli second = new();
        Assert.Matches($"^workflows: {option}: .* is larger than 1 MB$", await second.RefusalAsync("review", cli.DiffFile(), option, large));
    }

    [Fact]
    public async Task A_file_that_may_not_be_read_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "Permissions do not bind this user.");
        using TestCli cli = new();
        string file = cli.DiffFile();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.None);
        }

        Assert.Contains("cannot be read", await cli.RefusalAsync("review", file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--time-scale", "0")]
    [InlineData("--time-scale", "-1")]
    [InlineData("--time-scale", "fast")]
    [InlineData("--time-scale", "1e5")]
    [InlineData("--time-scale", "100001")]
    [InlineData("--time-scale", "NaN")]
    [InlineData("--format", "xml")]
    [InlineData("--data", " ")]
    [InlineData("--server", "127.0.0.1:7071")]
    [InlineData("--server", "ftp://example.org")]
    [InlineData("--server", "file:///etc/passwd")]
    [InlineData("--server", "http://user:secret@example.org")]
    [InlineData("--server", "http://example.org/?code=1")]
    [InlineData("--output", "/")]
    [InlineData("--output", "/none/such/report.txt")]
    [InlineData("--repo", ".")]
    [InlineData("--base", "main")]
    public async Task A_value_that_cannot_be_used_is_refused_with_its_option(string option, string value)
    {
        using TestCli cli = new();

        Assert.Contains(option, await cli.RefusalAsync("review", cli.DiffFile(), option, value), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--data", "here")]
    [InlineData("--time-scale", "2")]
    public async Task What_belongs_to_this_process_is_refused_beside_a_server(string option, string value)
    {
        using TestCli cli = new();

        Assert.Contains("leave them out with --server", await cli.RefusalAsync("review", cli.DiffFile(), "--server", "http://127.0.0.1:1", option, value), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_and_a_repository_together_are_refused()
    {
        using TestCli cli = new();

        Assert.Contains("not both", await cli.RefusalAsync("review", cli.DiffFile(), "--repo", cli.Folder, "--base", "main"), StringComparison.Ordinal);
    }
}
