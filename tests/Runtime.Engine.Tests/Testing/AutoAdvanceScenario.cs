using Workflows.Durable;
using Workflows.Durable.Client;

namespace Workflows.Runtime.Engine.Testing;

/// <summary>What the tests of a clock that moves by itself share.</summary>
public abstract class AutoAdvanceScenario
{
    private protected static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected VirtualTime Time { get; } = new();

    private protected DateTimeOffset Start { get; } = new VirtualTime().GetUtcNow();

    private protected static async Task<OrchestrationMetadata> RunAsync(DurableTestHost host, string name)
    {
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(name, Stop);
        return await host.Client.WaitForInstanceCompletionAsync(id, true, Stop);
    }

    private protected Task<DurableTestHost> StartAsync(Action<DurableTaskRegistry> register, Action<DurableTestHostOptions>? configure = null) =>
        DurableTestHost.StartAsync(register, options =>
        {
            options.Time = Time;
            configure?.Invoke(options);
        });
}
