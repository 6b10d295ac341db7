using Workflows.Cli.Output;

namespace Workflows.Cli.Tests.Output;

public sealed class OutputPlaceTests : IDisposable
{
    private readonly TestCli _cli = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cli-tests-");

    [Fact]
    public void A_file_that_cannot_be_written_is_refused_before_anything_runs()
    {
        string file = Path.Combine(_folder.FullName, "report.md");
        File.CreateSymbolicLink(file, Path.Combine(_folder.FullName, "missing", "report.md"));

        CliException refused = Assert.Throws<CliException>(() => OutputPlace.Prepare(file, _cli.Services()));

        Assert.Equal(ExitCode.BadUsage, refused.ExitCode);
        Assert.StartsWith($"--output: {file} cannot be written: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void To_find_out_leaves_nothing_behind()
    {
        OutputPlace.Prepare(Path.Combine(_folder.FullName, "report.md"), _cli.Services());

        Assert.Empty(_folder.GetFileSystemInfos());
    }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        _cli.Dispose();
    }
}
