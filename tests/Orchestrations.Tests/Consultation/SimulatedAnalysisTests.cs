using System.Text.Json;
using Workflows.Shared.Consultation;

namespace Workflows.Orchestrations.Tests.Consultation;

public sealed class SimulatedAnalysisTests
{
    [Theory]
    [InlineData("consultation-ko.txt", "사업자")]
    [InlineData("consultation-ko-long.txt", "이사")]
    [InlineData("consultation-en.txt", "export")]
    public async Task The_samples_are_analysed_in_their_language_and_score_well(string sample, string subject)
    {
        await using TestAnalysis analysis = await TestAnalysis.StartAsync(isSimulated: true);

        await analysis.RunAsync(analysis.Keep(Sample(sample)));

        ConsultationResult result = analysis.Store.Result(analysis.Work());
        Assert.Null(result.Error);
        Assert.Contains(subject, result.Summary!.Customer, StringComparison.Ordinal);
        Assert.InRange(result.QualityScore!.Value, 0.9, 1);
    }

    [Fact]
    public async Task A_long_conversation_is_analysed_window_by_window_and_merged()
    {
        await using TestAnalysis analysis = await TestAnalysis.StartAsync(contextTokens: 5_000, isSimulated: true);

        ConsultationOutcome outcome = await analysis.RunAsync(analysis.Keep(string.Join('\n', Enumerable.Repeat(Sample("consultation-ko-long.txt"), 12))));

        Assert.True(outcome.Analyzed);
        Assert.True(analysis.Sends.Count > 3);
        Assert.Contains("이사", analysis.Store.Result(analysis.Work()).Summary!.Customer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_consultation_of_the_sample_batch_is_analysed()
    {
        await using TestAnalysis analysis = await TestAnalysis.StartAsync(isSimulated: true);
        List<ConsultationItem> items = [.. Sample("consultations.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<ConsultationItem>(line, ConsultationJson.Options)!)];

        ConsultationOutcome[] outcomes = await Task.WhenAll(items.Select((item, index) => analysis.RunAsync(analysis.Keep(item.ConversationText, index))));

        Assert.Equal(8, outcomes.Length);
        Assert.All(outcomes, outcome => Assert.True(outcome.Analyzed));
    }

    private static string Sample(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", name)).TrimEnd();
}
