using Workflows.Activities.Content;
using Workflows.Activities.Tests.Content;
using Workflows.Orchestrations.Tests.Consultation;
using Workflows.Runtime.Engine.Testing;
using Workflows.Shared.Debate;
using Workflows.Shared.Models;

namespace Workflows.Orchestrations.Tests.Debate;

public sealed class DebateEmbeddingTests
{
    private const string NoWordInCommon = "The correspondence could be digitised by a copying machine within two years of work.";
    private const string OneWordInCommon = "Letters of the alphabet were cast in lead by the printers of the old town, it says.";

    /// <summary>Room for one of the two documents.</summary>
    private static readonly DebateOptions OneOfTwo = new() { EvidenceTokens = 25, EmbeddingTask = "embedding" };

    [Fact]
    public async Task Embeddings_change_which_passages_are_shown()
    {
        await using TestDebate plain = await TestDebate.StartAsync(new DebateOptions { EvidenceTokens = OneOfTwo.EvidenceTokens });
        await using TestDebate embedding = await TestDebate.StartAsync(OneOfTwo);
        embedding.Comparing = send => Task.FromResult(Answer(send, text => text.Contains("digitised", StringComparison.Ordinal) ? 0.9 : 0.1));
        plain.Syntheses[0] = embedding.Syntheses[0] = TestDebate.Says("synthesis", "print", OneWordInCommon);

        DebateReport byWords = await plain.RunAsync(Request());
        DebateReport byBoth = await embedding.RunAsync(Request());

        Assert.Equal(["print"], byWords.EvidenceShown);
        Assert.Equal(["scan"], byBoth.EvidenceShown);
        Assert.Contains(NoWordInCommon, embedding.Sends.First(send => send.Request.Task == "thesis").Request.Prompt.User, StringComparison.Ordinal);
        Assert.DoesNotContain(byBoth.Fallbacks, fallback => fallback.StartsWith("evidence", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_goal_and_the_plan_are_compared_with_title_and_words_of_each_passage()
    {
        await using TestDebate debate = await TestDebate.StartAsync(OneOfTwo);
        debate.Comparing = send => Task.FromResult(Answer(send, _ => 0.5));

        await debate.RunAsync(Request() with { Plan = "By a machine." });

        ModelSimilarity compared = debate.Sends.Single(send => send.Request.Task == "embedding").Request.Similarity!;
        Assert.Equal("Should the letters be scanned?\nBy a machine.", compared.Question);
        Assert.Equal([$"Printing\n{OneWordInCommon}", $"Scanning\n{NoWordInCommon}"], compared.Texts.Order());
    }

    [Fact]
    public async Task A_dead_embedding_model_leaves_the_ranking_by_words_after_half_a_minute()
    {
        await using TestDebate debate = await TestDebate.StartAsync(OneOfTwo);
        debate.Comparing = send => Task.FromResult(new ModelSendOutcome { Status = ModelSendStatus.Unavailable, Error = "secret words", SentAt = send.Lease.GrantedAt });

        DebateReport report = await debate.RunAsync(Request());

        const string words = "evidence: the embedding model gave no answer, and it was ranked by its words alone";
        Assert.Equal(["print"], report.EvidenceShown);
        Assert.Equal(words, report.Fallbacks[0]);
        Assert.Equal(["debate_start", "fallback"], report.Ledger.Take(2).Select(entry => entry.Event));
        Assert.Equal((words, null), (report.Ledger[1].Detail, report.Ledger[1].Persona));
        Assert.InRange(report.Ledger[1].OffsetMs, 1_000, 30_500);
    }

    [Fact]
    public async Task Evidence_that_has_room_as_a_whole_is_not_compared()
    {
        await using TestDebate debate = await TestDebate.StartAsync(new DebateOptions { EmbeddingTask = "embedding" });

        DebateReport report = await debate.RunAsync(Request());

        Assert.Equal(["scan", "print"], report.EvidenceShown);
        Assert.DoesNotContain(debate.Sends, send => send.Request.Similarity is not null);
    }

    [Fact]
    public async Task Of_much_evidence_the_best_200_passages_by_words_are_compared_by_the_simulator_as_by_any_server()
    {
        using SimulatedAnalysis simulated = new(new MemoryContentStore(), new VirtualTime());
        await using TestDebate debate = await TestDebate.StartAsync(new DebateOptions { EvidenceTokens = 2_000, EmbeddingTask = "embedding" });
        debate.Comparing = async send => (await simulated.SendAsync(send)) with { SentAt = send.Lease.GrantedAt };
        EvidenceDocument[] evidence = [.. Enumerable.Range(0, 150).Select(number => new EvidenceDocument
        {
            Id = $"d{number}", Title = $"Report {number}", Text = string.Concat(Enumerable.Repeat($"Shelf {number} holds letters of the year {1700 + number}. ", 40)),
        })];

        DebateReport report = await debate.RunAsync(Request() with { Evidence = evidence });

        ModelSend[] sends = [.. debate.Sends.Where(send => send.Request.Similarity is not null)];
        Assert.Equal(4, sends.Length);
        Assert.Equal(200, sends.Sum(send => send.Request.Similarity!.Texts.Count));
        Assert.InRange(sends.Sum(send => send.Request.Similarity!.Texts.Sum(text => text.Length)), 1, 250_000);
        Assert.NotEmpty(report.EvidenceShown);
        Assert.True(report.Simulated);
    }

    private static DebateRequest Request() => TestDebate.Request(DebateMode.Parallel) with
    {
        Evidence =
        [
            new EvidenceDocument { Id = "scan", Title = "Scanning", Text = NoWordInCommon },
            new EvidenceDocument { Id = "print", Title = "Printing", Text = OneWordInCommon },
        ],
    };

    private static ModelSendOutcome Answer(ModelSend send, Func<string, double> similarity) => new()
    {
        Status = ModelSendStatus.Answered,
        Answer = System.Text.Json.JsonSerializer.Serialize(send.Request.Similarity!.Texts.Select(similarity)),
        SentAt = send.Lease.GrantedAt,
        Seconds = 0.2,
        PromptTokens = 10,
    };
}
