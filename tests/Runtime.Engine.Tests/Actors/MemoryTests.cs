using Workflows.Durable;

namespace Workflows.Runtime.Engine.Actors;

public sealed class MemoryTests
{
    [Fact]
    public async Task Instances_that_wait_leave_memory_when_there_is_too_little_of_it_and_come_back_with_their_message()
    {
        const int Many = 3000;
        await using TestEngine engine = TestEngine.Start(
            r => r.AddOrchestratorFunc("wait", context => context.WaitForExternalEvent<int>("go")),
            configure: options => options.MaxMemory = 1);
        for (int i = 0; i < Many; i++)
        {
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("wait", null, new($"i{i}"), TestContext.Current.CancellationToken);
        }

        // The memory is looked at now and then as messages come.
        for (int i = 0; i < Many; i++)
        {
            await engine.Client.RaiseEventAsync("i0", "other", i, TestContext.Current.CancellationToken);
        }

        int resident = engine.Engine.Core.Resident;
        await Task.WhenAll(Enumerable.Range(0, Many).Select(i => engine.Client.RaiseEventAsync($"i{i}", "go", i, TestContext.Current.CancellationToken)));

        Assert.InRange(resident, 0, Many - 1);
        for (int i = 0; i < Many; i++)
        {
            Assert.Equal(i, (await engine.EndOfAsync($"i{i}")).ReadOutputAs<int>());
        }
    }
}
