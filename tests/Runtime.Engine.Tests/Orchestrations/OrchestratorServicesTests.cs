using Microsoft.Extensions.DependencyInjection;
using Workflows.Durable;
using Workflows.Durable.Client;

namespace Workflows.Runtime.Engine.Orchestrations;

public sealed class OrchestratorServicesTests
{
    [Fact]
    public async Task An_orchestrator_class_has_scoped_services_of_its_own_that_end_with_it()
    {
        await using TestEngine engine = TestEngine.Start(
            r => r.AddOrchestrator<Scoped>("work"), services: services => services.AddSingleton<Counts>().AddScoped<Service>());

        Counts first = await RunAsync(engine);
        await RunAsync(engine);

        Assert.Equal((2, 2), (first.Made, first.Disposed));
    }

    private static async Task<Counts> RunAsync(TestEngine engine)
    {
        OrchestrationMetadata ended = await engine.RunAsync("work");
        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        return engine.Engine.Core.Services.GetRequiredService<Counts>();
    }

    private sealed class Counts
    {
        public int Made { get; set; }

        public int Disposed { get; set; }
    }

    private sealed class Service : IDisposable
    {
        private readonly Counts _counts;

        public Service(Counts counts)
        {
            _counts = counts;
            _counts.Made++;
        }

        public void Dispose() => _counts.Disposed++;
    }

    private sealed class Scoped(Service service) : TaskOrchestrator<object?, bool>
    {
        public override Task<bool> RunAsync(TaskOrchestrationContext context, object? input) => Task.FromResult(service is not null);
    }
}
