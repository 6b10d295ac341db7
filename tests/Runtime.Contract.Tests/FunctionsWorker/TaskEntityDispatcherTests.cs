using Microsoft.Extensions.DependencyInjection;
using Workflows.Durable.Entities;
using Workflows.FunctionsWorker;
using Workflows.Runtime.Contract.Tests.Durable.Entities;

namespace Workflows.Runtime.Contract.Tests.FunctionsWorker;

public sealed class TaskEntityDispatcherTests
{
    private readonly List<ITaskEntity> _run = [];
    private readonly TaskEntityDispatcher _dispatcher;

    public TaskEntityDispatcherTests()
        => _dispatcher = new TaskEntityDispatcher(
            new ServiceCollection().AddSingleton("service").BuildServiceProvider(),
            entity =>
            {
                _run.Add(entity);
                return Task.CompletedTask;
            });

    [Fact]
    public async Task An_entity_class_gets_its_constructors_parameters_from_the_services()
    {
        await _dispatcher.DispatchAsync<Named>();

        Assert.Equal("service", Assert.IsType<Named>(Assert.Single(_run)).Name);
    }

    [Fact]
    public async Task A_function_answers_operations_as_an_entity_does()
    {
        await _dispatcher.DispatchAsync(_ => ValueTask.FromResult<object?>(5));

        Assert.Equal(5, await Assert.Single(_run).RunAsync(null!));
    }

    [Fact]
    public async Task A_type_that_is_no_entity_is_the_state_and_its_methods_are_the_operations()
    {
        await _dispatcher.DispatchAsync<Tally>();
        FakeState state = new();

        Assert.Equal(3, await Assert.Single(_run).RunAsync(new FakeOperation("Add", state, 3)));
        Assert.Equal(3, Assert.IsType<Tally>(state.GetState(typeof(Tally))).Sum);
    }

    private sealed class Tally
    {
        public int Sum { get; set; }

        public int Add(int amount) => Sum += amount;
    }

    private sealed class Named(string name) : TaskEntity<int>
    {
        public string Name => name;
    }
}
