using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Activities.Consultation;
using Workflows.Activities.Models;
using Workflows.Runtime.Engine.Testing;

namespace Workflows.Activities.Tests.Consultation.QuickSummaries;

public sealed class QuickSummaryRehearsalTests : IDisposable
{
    private readonly VirtualTime _time = new();
    private readonly ScriptedModels _models;
    private readonly ServiceProvider _services;

    public QuickSummaryRehearsalTests()
    {
        _models = new ScriptedModels(_time);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(_time)
            .AddModels(new ConfigurationBuilder().Build())
            .AddSingleton<IModelClient>(_models)
            .AddQuickSummaries()
            .BuildServiceProvider();
    }

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task It_ends_though_the_clock_stands() => await RehearseAsync().WaitAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task No_model_is_asked()
    {
        await RehearseAsync();

        Assert.Empty(_models.Asked);
    }

    [Fact]
    public async Task The_slots_of_the_process_are_left_alone()
    {
        await RehearseAsync();

        Assert.Equal(1, _services.GetRequiredService<RealtimeAdmission>().Ask("kanana", 1, 1, 1).Number);
    }

    private Task RehearseAsync() => _services.GetRequiredService<QuickSummaryRehearsal>().RunAsync(TestContext.Current.CancellationToken);
}
