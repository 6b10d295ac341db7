using Moq;
using Workflows.Cli.Debates;
using Workflows.Durable.Client;
using Workflows.Shared.Debate;

namespace Workflows.Cli.Tests.Debates;

public sealed class ComparisonStartTests
{
    private static readonly ComparisonPlan Plan = new([new ComparisonTask("letters", new DebateRequest { Goal = "Is it so?" })], 1);

    private readonly Mock<DurableTaskClient> _client = new("test");

    public ComparisonStartTests() =>
        _client.Setup(client => client.GetInstanceAsync(It.IsAny<string>(), false, It.IsAny<CancellationToken>())).ReturnsAsync((OrchestrationMetadata?)null);

    [Fact]
    public async Task With_nothing_there_every_debate_is_to_be_started()
    {
        IReadOnlyList<FoundDebate> found = await FindAsync();

        Assert.Equal(Plan.Debates.Select(debate => new FoundDebate(debate, Plan.IdOf(debate, 1, 1), HasEnded: false, Interrupted: null)), found);
    }

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Completed)]
    [InlineData(OrchestrationRuntimeStatus.Failed)]
    public async Task What_has_ended_is_not_run_again(OrchestrationRuntimeStatus status)
    {
        string id = Has(Plan.Debates[0], 1, 1, status);

        Assert.Equal((id, true), Of((await FindAsync())[0]));
    }

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Running)]
    [InlineData(OrchestrationRuntimeStatus.Pending)]
    [InlineData(OrchestrationRuntimeStatus.Suspended)]
    public async Task What_was_interrupted_is_ended_and_begun_again_under_another_id(OrchestrationRuntimeStatus status)
    {
        string id = Has(Plan.Debates[0], 1, 1, status);

        Assert.Equal(new FoundDebate(Plan.Debates[0], Plan.IdOf(Plan.Debates[0], 1, 2), HasEnded: false, Interrupted: id), (await FindAsync())[0]);
    }

    [Fact]
    public async Task What_was_terminated_is_begun_again()
    {
        Has(Plan.Debates[0], 1, 1, OrchestrationRuntimeStatus.Terminated);

        Assert.Equal(new FoundDebate(Plan.Debates[0], Plan.IdOf(Plan.Debates[0], 1, 2), HasEnded: false, Interrupted: null), (await FindAsync())[0]);
    }

    [Fact]
    public async Task Of_a_debate_that_was_begun_again_the_last_time_counts_also_when_the_first_has_ended_meanwhile()
    {
        Has(Plan.Debates[0], 1, 1, OrchestrationRuntimeStatus.Completed);
        string id = Has(Plan.Debates[0], 1, 2, OrchestrationRuntimeStatus.Completed);

        Assert.Equal((id, true), Of((await FindAsync())[0]));
    }

    [Fact]
    public async Task The_last_round_is_gone_on_with()
    {
        Has(Plan.Debates[0], 1, 1, OrchestrationRuntimeStatus.Completed);
        Has(Plan.Debates[1], 1, 1, OrchestrationRuntimeStatus.Completed);
        string id = Has(Plan.Debates[0], 2, 1, OrchestrationRuntimeStatus.Completed);

        IReadOnlyList<FoundDebate> found = await FindAsync();

        Assert.Equal([(id, true), (Plan.IdOf(Plan.Debates[1], 2, 1), false)], found.Select(Of));
    }

    [Fact]
    public async Task Afresh_is_the_round_after_the_last_one()
    {
        Has(Plan.Debates[0], 1, 1, OrchestrationRuntimeStatus.Completed);
        Has(Plan.Debates[0], 2, 1, OrchestrationRuntimeStatus.Running);

        Assert.Equal([(Plan.IdOf(Plan.Debates[0], 3, 1), false), (Plan.IdOf(Plan.Debates[1], 3, 1), false)], (await FindAsync(afresh: true)).Select(Of));
    }

    private Task<IReadOnlyList<FoundDebate>> FindAsync(bool afresh = false) => new ComparisonStart(Plan, _client.Object).FindAsync(afresh, TestContext.Current.CancellationToken);

    private string Has(PlannedDebate debate, int round, int attempt, OrchestrationRuntimeStatus status)
    {
        string id = Plan.IdOf(debate, round, attempt);
        _client.Setup(client => client.GetInstanceAsync(id, false, It.IsAny<CancellationToken>())).ReturnsAsync(new OrchestrationMetadata(DebateNames.Orchestrator, id) { RuntimeStatus = status });
        return id;
    }

    private static (string Id, bool HasEnded) Of(FoundDebate found) => (found.Id, found.HasEnded);
}
