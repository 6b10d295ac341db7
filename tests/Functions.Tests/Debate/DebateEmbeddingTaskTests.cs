using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Workflows.Durable.Client;
using Workflows.Shared.Debate;

namespace Workflows.Functions.Debate;

public sealed class DebateEmbeddingTaskTests
{
    [Fact]
    public async Task A_debate_ranks_its_evidence_by_the_embedding_pool_when_one_is_named()
    {
        await using TestApp app = await TestApp.StartAsync(settings: [("Debates:EmbeddingTask", "embedding"), ("Debates:EvidenceTokens", "30")]);

        DebateReport report = await DebateAsync(app);

        Assert.Empty(report.Fallbacks);
        Assert.Single(report.EvidenceShown);
        Assert.Equal(1, app.Simulator.Models["embedding"].Counters.Completed);
    }

    [Fact]
    public async Task Without_a_name_no_embedding_pool_is_asked()
    {
        await using TestApp app = await TestApp.StartAsync(settings: [("Debates:EvidenceTokens", "30")]);

        DebateReport report = await DebateAsync(app);

        Assert.Single(report.EvidenceShown);
        Assert.Equal(0, app.Simulator.Models["embedding"].Counters.Seen);
    }

    [Theory]
    [InlineData("embeddings", null)]
    [InlineData("", null)]
    [InlineData("embedding", "http://127.0.0.1:9/v1")]
    public async Task A_task_that_no_model_serves_stops_the_start(string task, string? debateServer)
    {
        List<(string, string)> settings = [("Debates:EmbeddingTask", task)];
        if (debateServer is not null)
        {
            settings.Add(("Models:Pools:debate:Endpoint", debateServer));
        }

        OptionsValidationException refused = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync(settings: settings));

        Assert.Contains($"Debates:EmbeddingTask: no model serves a task '{task}'", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<DebateReport> DebateAsync(TestApp app)
    {
        object[] evidence =
        [
            new { id = "archive", text = "The archive holds forty thousand letters. Scanning one letter takes two minutes." },
            new { id = "budget", text = "The budget of the year pays one half position for scanning the letters." },
        ];
        using HttpResponseMessage answer = await app.Http.PostAsJsonAsync("/api/v1/debates", new { goal = "Should the letters be scanned?", evidence }, TestContext.Current.CancellationToken);
        string id = (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("id").GetString()!;
        OrchestrationMetadata ended = await app.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, TestContext.Current.CancellationToken);
        Assert.True(ended.RuntimeStatus == OrchestrationRuntimeStatus.Completed, $"It ended as {ended.RuntimeStatus}: {ended.FailureDetails}");
        return ended.ReadOutputAs<DebateReport>()!;
    }
}
