using Workflows.Shared.PullRequestReview;

namespace Workflows.Cli.Tests.Inputs;

public sealed class GitRangeTests
{
    [Fact]
    public async Task The_only_commit_of_a_branch_gives_diff_title_and_description()
    {
        using TestCli cli = new();
        GitRepository git = new(cli.Folder);
        git.Run("switch", "-q", "-c", "retry");
        git.Write("Upload.cs", "class Upload { int retries = 3; }\n");
        git.Commit("Retry uploads", "A moment's failure\nloses nothing.");

        Assert.Equal(ExitCode.Done, await cli.RunAsync("review", "--repo", cli.Folder, "--base", "main"));

        ReviewRequest request = cli.Runs.Started.Single().Request;
        Assert.StartsWith("diff --git a/Upload.cs b/Upload.cs\n", request.Diff, StringComparison.Ordinal);
        Assert.Equal("Retry uploads", request.Title);
        Assert.Equal("A moment's failure\nloses nothing.", request.Description);
    }

    [Fact]
    public async Task Several_commits_are_titled_by_their_branch()
    {
        using TestCli cli = new();
        GitRepository git = new(cli.Folder);
        git.Run("switch", "-q", "-c", "feature/retry");
        git.Write("a.cs", "class A;\n");
        git.Commit("a");
        git.Write("b.cs", "class B;\n");
        git.Commit("b");

        await cli.RunAsync("review", "--repo", cli.Folder, "--base", "main");

        ReviewRequest request = cli.Runs.Started.Single().Request;
        Assert.Equal(("feature/retry", null), (request.Title, request.Description));
    }

    [Fact]
    public async Task What_the_command_line_says_comes_before_what_the_commit_says()
    {
        using TestCli cli = new();
        GitRepository git = new(cli.Folder);
        git.Run("switch", "-q", "-c", "x");
        git.Write("a.cs", "class A;\n");
        git.Commit("subject", "body");

        await cli.RunAsync("review", "--repo", cli.Folder, "--base", "main", "--title", "mine");

        ReviewRequest request = cli.Runs.Started.Single().Request;
        Assert.Equal(("mine", "body"), (request.Title, request.Description));
    }

    [Fact]
    public async Task The_repositorys_settings_change_nothing_and_run_nothing()
    {
        using TestCli cli = new();
        GitRepository git = new(cli.Folder);
        string ran = Path.Combine(cli.Folder, "ran");
        git.Run("config", "diff.external", $"touch {ran};");
        git.Run("config", "diff.shout.textconv", $"touch {ran};");
        git.Run("config", "core.fsmonitor", $"touch {ran};");
        git.Run("config", "diff.noprefix", "true");
        git.Run("config", "color.ui", "always");
        git.Run("config", "log.showSignature", "true");
        git.Run("config", "diff.orderFile", "missing");
        git.Run("switch", "-q", "-c", "x");
        git.Write(".gitattributes", "*.cs diff=shout\n");
        git.Write("ä.cs", "class A;\n");
        git.Commit("only");
        File.Delete(ran);

        Assert.Equal(ExitCode.Done, await cli.RunAsync("review", "--repo", cli.Folder, "--base", "main"));

        Assert.False(File.Exists(ran));
        string diff = cli.Runs.Started.Single().Request.Diff;
        Assert.Contains("diff --git \"a/\\303\\244.cs\" \"b/\\303\\244.cs\"\n", diff, StringComparison.Ordinal);
        Assert.Contains("\n+class A;\n", diff, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--output=/tmp/x")]
    [InlineData("-x")]
    [InlineData("a b")]
    [InlineData("main..x")]
    [InlineData("a\nb")]
    public async Task A_base_that_no_reference_can_be_is_refused(string reference)
    {
        using TestCli cli = new();

        Assert.Contains("--base", await cli.RefusalAsync("review", "--repo", cli.Folder, $"--base={reference}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_base_that_git_does_not_know_is_refused_in_gits_words()
    {
        using TestCli cli = new();
        _ = new GitRepository(cli.Folder);

        Assert.StartsWith("workflows: git: ", await cli.RefusalAsync("review", "--repo", cli.Folder, "--base", "nowhere"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_no_repository_or_not_there_is_refused()
    {
        using TestCli cli = new();
        Assert.StartsWith("workflows: git: not a git repository", await cli.RefusalAsync("review", "--repo", cli.Folder, "--base", "main"), StringComparison.Ordinal);

        using TestCli second = new();
        Assert.Contains("there is no folder", await second.RefusalAsync("review", "--repo", "/none/such", "--base", "main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_branch_without_changes_is_refused()
    {
        using TestCli cli = new();
        _ = new GitRepository(cli.Folder);

        Assert.Contains("HEAD has no changes against 'main'", await cli.RefusalAsync("review", "--repo", cli.Folder, "--base", "main"), StringComparison.Ordinal);
    }
}
