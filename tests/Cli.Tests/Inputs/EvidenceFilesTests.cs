using Workflows.Cli.Inputs;
using Workflows.Shared.Debate;

namespace Workflows.Cli.Tests.Inputs;

public sealed class EvidenceFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cli-tests-");

    private string Evidence => Path.Combine(_folder.FullName, "evidence");

    public EvidenceFilesTests()
    {
        Write("evidence/a.md", "a");
        Write("evidence/below/b.txt", "b");
        Write("evidence/below/c.pdf", "c");
        Write("outside/d.md", "d");
    }

    [Fact]
    public async Task A_folder_gives_its_texts_and_those_below_it() => Assert.Equal(["a.md", "below/b.txt"], await TitlesAsync());

    [Fact]
    public async Task Links_in_a_folder_are_not_followed()
    {
        File.CreateSymbolicLink(Path.Combine(Evidence, "copy.md"), Path.Combine(Evidence, "a.md"));
        Directory.CreateSymbolicLink(Path.Combine(Evidence, "again"), Evidence);
        Directory.CreateSymbolicLink(Path.Combine(Evidence, "outside"), Path.Combine(_folder.FullName, "outside"));

        Assert.Equal(["a.md", "below/b.txt"], await TitlesAsync());
    }

    [Fact]
    public async Task A_folder_that_is_named_by_a_link_is_read()
    {
        string link = Path.Combine(_folder.FullName, "link");
        Directory.CreateSymbolicLink(link, Evidence);

        Assert.Equal(["a.md", "below/b.txt"], await TitlesAsync(link));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<IEnumerable<string>> TitlesAsync(string? folder = null)
    {
        IReadOnlyList<EvidenceDocument> documents = await EvidenceFiles.ReadAsync([folder ?? Evidence], "--evidence", TestContext.Current.CancellationToken);
        return documents.Select(document => document.Title);
    }

    private void Write(string path, string text)
    {
        string full = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
