using Microsoft.Extensions.DependencyInjection;
using Workflows.Shared.Models;

namespace Workflows.Bench.Consultation.Accuracy;

/// <summary>Measures how much of the labelled facts summaries cover, and how much of what they claim the dialogues support, by path and model.</summary>
internal static class AccuracyBench
{
    /// <summary>Runs it. The exit code is 1 when a path has no summary of a dialogue: shares are figures, not limits.</summary>
    public static async Task<int> RunAsync(TextWriter output)
    {
        IReadOnlyList<LabelledDialogue> dialogues = LabelledDialogue.All();
        LabelledFact? wrong = dialogues.SelectMany(dialogue => FactCoverage.Missing(dialogue, dialogue.Text)).FirstOrDefault();
        if (wrong is not null)
        {
            throw new InvalidDataException($"The label '{wrong.Fact}' has no wording that its own dialogue holds.");
        }

        await using BenchApp app = await BenchApp.StartAsync();
        bool isSimulated = app.Services.GetRequiredService<ModelCatalogue>().IsSimulated;
        await output.WriteLineAsync(FormattableString.Invariant(
            $"{dialogues.Count} dialogues, {dialogues.Sum(dialogue => dialogue.Facts.Count)} labelled facts; models: {(isSimulated ? "the simulator, which extracts by rules" : "as configured")}"));
        await output.WriteLineAsync();
        await output.WriteLineAsync("| path | model | dialogues | facts covered | claims supported | no summary | median |");
        await output.WriteLineAsync("|---|---|---|---|---|---|---|");
        int failures = 0;
        foreach (ISummaryPath path in new ISummaryPath[] { new DocumentPromptPath(app.Services), new QuickSummaryPath(app.Services), new BatchAnalysisPath(app.Services) })
        {
            foreach (string language in new[] { "korean", "english" })
            {
                PathScore score = await PathScore.OfAsync(path, dialogues.Where(dialogue => dialogue.Language == language), CancellationToken.None);
                failures += score.Failures;
                await output.WriteLineAsync(FormattableString.Invariant(
                    $"| {path.Name} | {path.Model} | {score.Summaries + score.Failures} {language} | {Share(score.Covered, score.Facts)} | {Share(score.Supported, score.Claims)} | {score.Failures} | {score.MedianSeconds:F2} s |"));
            }
        }

        await output.WriteLineAsync();
        await output.WriteLineAsync(isSimulated
            ? "The figures are the simulator's. The document's marks, 85 % for the quick summary and 99 % for the analysis, are for real models: set Models:Pools:<name>:Endpoint."
            : "The document's marks: 85 % for the quick summary, 99 % for the analysis.");
        return failures == 0 ? 0 : 1;
    }

    private static string Share(int part, int whole) => whole == 0 ? "–" : FormattableString.Invariant($"{100.0 * part / whole:F1} % ({part}/{whole})");
}
