using Workflows.Cli.Expressions;
using Workflows.Shared.Expressions;

namespace Workflows.Cli.Tests.Expressions;

public sealed class RawAnswerFolderTests : IDisposable
{
    private readonly TestCli _cli = new();

    private string Place => Path.Combine(_cli.Folder, "answers");

    [Fact]
    public async Task Each_answer_has_a_file_by_its_chunks_number_word_for_word()
    {
        await Folder().WriteAsync([new RawAnswer(1, "{ \"expressions\": [] }"), new RawAnswer(12, "{}")]);

        Assert.Equal(["chunk-00001.json", "chunk-00012.json"], Directory.GetFiles(Place).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("{ \"expressions\": [] }", await File.ReadAllTextAsync(Path.Combine(Place, "chunk-00001.json"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_link_that_leads_out_of_the_folder_is_not_followed()
    {
        string outside = _cli.File("outside.json", "mine");
        Directory.CreateDirectory(Place);
        File.CreateSymbolicLink(Path.Combine(Place, "chunk-00001.json"), outside);

        await Folder().WriteAsync([new RawAnswer(1, "{}")]);

        Assert.Equal("mine", await File.ReadAllTextAsync(outside, TestContext.Current.CancellationToken));
        Assert.Equal("{}", await File.ReadAllTextAsync(Path.Combine(Place, "chunk-00001.json"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_file_can_be_no_folder()
    {
        CliException refusal = Assert.Throws<CliException>(() => RawAnswerFolder.Prepare(_cli.File("answers", "x"), Services()));

        Assert.Equal(ExitCode.BadUsage, refusal.ExitCode);
        Assert.StartsWith("--save-output: ", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _cli.Dispose();

    private RawAnswerFolder Folder() => RawAnswerFolder.Prepare(Place, Services());

    private CliServices Services() => CliServices.OfThisProcess(_cli.Console(), CancellationToken.None);
}
