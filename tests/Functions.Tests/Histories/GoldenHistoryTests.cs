using System.Reflection;
using System.Runtime.CompilerServices;
using Workflows.FunctionsWorker;
using Workflows.Runtime.Engine.History;

namespace Workflows.Functions.Histories;

/// <summary>
/// Recorded runs of each workflow, replayed with today's code: a change that would break instances under way fails here. Before 1.0 they may be
/// recorded anew, with a word about it in the commit (WORKFLOWS_RECORD=all runs the recorders first, WORKFLOWS_RECORD=debates one of them); after it, branch on the instance's version instead
/// (CompareVersionTo).
/// </summary>
public sealed class GoldenHistoryTests
{
    [Fact]
    public async Task Todays_orchestrators_follow_every_recorded_run()
    {
        if (Environment.GetEnvironmentVariable("WORKFLOWS_RECORD") is { Length: > 0 } which)
        {
            await HistoryRecorder.RecordAsync(Folder(), which);
        }

        await using TestApp app = await TestApp.StartAsync();

        Dictionary<string, string?> divergences = Directory.EnumerateFiles(Folder(), "*.json").ToDictionary(
            file => Path.GetFileName(file), file => app.Engine.FindDivergence(InstanceHistory.Parse(File.ReadAllText(file))));

        Assert.NotEmpty(divergences);
        Assert.All(divergences, found => Assert.Null(found.Value));
    }

    [Fact]
    public void Every_orchestrator_has_a_recorded_run()
    {
        IEnumerable<string> orchestrators = typeof(Orchestrations.Fleet.ModelCallExtensions).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public))
            .Where(method => method.GetParameters().Any(parameter => parameter.IsDefined(typeof(OrchestrationTriggerAttribute))))
            .Select(method => method.GetCustomAttribute<FunctionAttribute>()!.Name);

        IEnumerable<string> recorded = Directory.EnumerateFiles(Folder(), "*.json").Select(file => Path.GetFileName(file).Split('.')[0]);

        Assert.Empty(orchestrators.Except(recorded));
    }

    [Fact]
    public async Task A_changed_orchestrator_would_be_found()
    {
        await using TestApp app = await TestApp.StartAsync();
        string file = Directory.EnumerateFiles(Folder(), "PullRequestReview.*.json").First();
        string changed = File.ReadAllText(file).Replace("\"kind\": \"SubOrchestrationScheduled\"", "\"kind\": \"ActivityScheduled\"", StringComparison.Ordinal);

        Assert.Contains("was recorded", app.Engine.FindDivergence(InstanceHistory.Parse(changed)), StringComparison.Ordinal);
    }

    private static string Folder([CallerFilePath] string source = "") => Path.GetDirectoryName(source)!;
}
