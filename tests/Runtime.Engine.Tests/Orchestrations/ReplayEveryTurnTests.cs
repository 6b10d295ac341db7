using Workflows.Durable;
using Workflows.Durable.Client;

namespace Workflows.Runtime.Engine.Orchestrations;

public sealed class ReplayEveryTurnTests
{
    [Fact]
    public async Task An_orchestrator_that_depends_on_what_changes_fails_at_its_next_turn()
    {
        int runs = 0;
        await using TestEngine engine = TestEngine.Start(
            r => r
                .AddOrchestratorFunc("fickle", async context =>
                {
                    await context.CallActivityAsync($"step{Interlocked.Increment(ref runs)}");
                    await context.CallActivityAsync("last");
                })
                .AddActivityFunc("step1", _ => { })
                .AddActivityFunc("last", _ => { }),
            configure: options => options.ReplayEveryTurn = true);

        OrchestrationMetadata ended = await engine.RunAsync("fickle");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.Contains("ActivityScheduled 'step1' #0 was recorded", ended.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains("made ActivityScheduled 'step2' #0", ended.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_orchestrator_is_begun_anew_at_each_turn()
    {
        int starts = 0;
        await using TestEngine engine = TestEngine.Start(
            r => r
                .AddOrchestratorFunc("steps", async context =>
                {
                    Interlocked.Increment(ref starts);
                    await context.CallActivityAsync("step");
                    await context.CallActivityAsync("step");
                })
                .AddActivityFunc("step", _ => { }),
            configure: options => options.ReplayEveryTurn = true);

        await engine.RunAsync("steps");

        Assert.Equal(3, starts);
    }
}
