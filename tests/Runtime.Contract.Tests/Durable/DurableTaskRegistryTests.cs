using Microsoft.Extensions.DependencyInjection;
using Workflows.Durable;

namespace Workflows.Runtime.Contract.Tests.Durable;

public sealed class DurableTaskRegistryTests
{
    private readonly DurableTaskRegistry _registry = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddSingleton("hello").BuildServiceProvider();

    [Fact]
    public async Task A_class_is_added_under_the_name_of_its_attribute_and_made_anew_from_the_services()
    {
        _registry.AddActivity<Greeter>();

        Assert.True(_registry.TryGetActivity("GREET", TaskVersion.Unversioned, out Func<IServiceProvider, ITaskActivity>? factory));
        Assert.NotSame(factory(_services), factory(_services));
        Assert.Equal("hello you", await factory(_services).RunAsync(new Call(), "you"));
    }

    [Fact]
    public void A_name_is_added_once_whatever_its_case()
    {
        _registry.AddOrchestratorFunc("Run", _ => { });

        Assert.Throws<ArgumentException>("name", () => _registry.AddOrchestratorFunc("RUN", _ => { }));
    }

    [Fact]
    public void A_name_with_versions_serves_exactly_those()
    {
        ITaskOrchestrator old = Returning(0);
        ITaskOrchestrator second = Returning(2);
        _registry.AddOrchestrator("Run", old).AddOrchestrator("Run", "2", () => second);

        Assert.Same(second, Find("run", "2"));
        Assert.Null(Find("run", "3"));
        Assert.Same(old, Find("run", string.Empty));
        Assert.Null(Find("walk", "2"));
        Assert.Equal(["Run", "Run"], _registry.GetOrchestrators().Select(entry => entry.Key.Name));
    }

    [Fact]
    public void A_name_without_versions_serves_every_version()
    {
        ITaskOrchestrator only = Returning(0);
        _registry.AddOrchestrator("Run", only);

        Assert.Same(only, Find("run", "3"));
    }

    [Theory]
    [InlineData(typeof(string))]
    [InlineData(typeof(ITaskActivity))]
    [InlineData(typeof(TaskActivity<string, string>))]
    public void Only_concrete_classes_of_the_kind_are_added(Type type)
        => Assert.Throws<ArgumentException>(nameof(type), () => _registry.AddActivity("x", type));

    [Fact]
    public void An_empty_name_is_refused()
        => Assert.Throws<ArgumentException>("name", () => _registry.AddEntity(default, _ => null!));

    [Fact]
    public async Task Functions_of_every_shape_become_activities()
    {
        List<string> seen = [];
        _registry
            .AddActivityFunc<string, int>("a", (_, text) => text.Length)
            .AddActivityFunc<string, int>("b", (_, text) => Task.FromResult(text.Length))
            .AddActivityFunc<string>("c", (TaskActivityContext _, string text) => seen.Add(text))
            .AddActivityFunc("d", (TaskActivityContext context) => seen.Add(context.InstanceId))
            .AddActivityFunc("e", (TaskActivityContext _) => 5);

        Assert.Equal(3, await Run("a", "abc"));
        Assert.Equal(3, await Run("b", "abc"));
        Assert.Null(await Run("c", "text"));
        Assert.Null(await Run("d", null));
        Assert.Equal(5, await Run("e", null));
        Assert.Equal(["text", "instance"], seen);
    }

    private static TaskOrchestrator<object?, int> Returning(int value) => FuncTaskOrchestrator.Create<object?, int>((_, _) => Task.FromResult(value));

    private ITaskOrchestrator? Find(string name, string version)
        => _registry.TryGetOrchestrator(name, version, out Func<IServiceProvider, ITaskOrchestrator>? factory) ? factory(_services) : null;

    private Task<object?> Run(string name, object? input)
    {
        Assert.True(_registry.TryGetActivity(name, TaskVersion.Unversioned, out Func<IServiceProvider, ITaskActivity>? factory));
        return factory(_services).RunAsync(new Call(), input);
    }

    [DurableTask("greet")]
    private sealed class Greeter(string greeting) : TaskActivity<string, string>
    {
        public override Task<string> RunAsync(TaskActivityContext context, string input) => Task.FromResult($"{greeting} {input}");
    }

    private sealed class Call : TaskActivityContext
    {
        public override TaskName Name => "call";

        public override string InstanceId => "instance";
    }
}
