namespace Workflows.Analyzers;

/// <summary>The analyzer on this repository's own orchestrators.</summary>
public sealed class OrchestrationsTests
{
    [Fact]
    public async Task They_break_no_rule() => Assert.Empty(await Snippet.Project("Workflows.Orchestrations", Sources()));

    [Fact]
    public async Task A_clock_read_in_a_helper_is_found_from_the_orchestrator_that_reaches_it()
    {
        const string place = "TimeSpan budget = limit is";

        string[] found = await Snippet.Project("Workflows.Orchestrations", Sources().Select(source => source.Replace(place, $"_ = DateTime.UtcNow; {place}", StringComparison.Ordinal)));

        Assert.EndsWith("→ ReviewCalls.AskAsync)", Assert.Single(found));
    }

    [Fact]
    public void Their_build_runs_the_analyzer() =>
        Assert.Contains("Workflows.Analyzers.csproj\" OutputItemType=\"Analyzer\"", File.ReadAllText(Path.Combine(Root(), "Orchestrations", "Workflows.Orchestrations.csproj")), StringComparison.Ordinal);

    private static IEnumerable<string> Sources() => Directory
        .EnumerateFiles(Path.Combine(Root(), "Orchestrations"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Contains("obj"))
        .Order(StringComparer.Ordinal)
        .Select(File.ReadAllText);

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Workflows.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
