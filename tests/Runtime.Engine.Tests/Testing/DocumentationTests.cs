namespace Workflows.Runtime.Engine.Testing;

public sealed class DocumentationTests
{
    [Fact]
    public void The_example_in_the_documentation_is_the_one_that_is_tested()
    {
        string page = Read("testing.md");
        const string fence = "```csharp\n";
        int start = page.IndexOf(fence, StringComparison.Ordinal) + fence.Length;

        Assert.Equal(Read("ApprovalTests.cs"), page[start..page.IndexOf("```", start, StringComparison.Ordinal)]);
    }

    private static string Read(string file) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Documentation", file)).ReplaceLineEndings("\n");
}
