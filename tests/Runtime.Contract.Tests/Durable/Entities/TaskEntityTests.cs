using System.Reflection;
using Workflows.Durable.Entities;

namespace Workflows.Runtime.Contract.Tests.Durable.Entities;

public sealed class TaskEntityTests
{
    [Theory]
    [InlineData("Add")]
    [InlineData("add")]
    [InlineData("ADD")]
    public async Task An_operation_runs_the_method_of_its_name_in_any_case(string name)
    {
        FakeState state = new(40);

        Assert.Equal(42, await new Counter().RunAsync(new FakeOperation(name, state, 2)));
        Assert.Equal(42, state.Value);
    }

    [Theory]
    [InlineData("AddInTask")]
    [InlineData("AddInValueTask")]
    public async Task Results_are_awaited_before_the_state_is_saved(string name)
    {
        FakeState state = new(1);

        Assert.Equal(4, await new Counter().RunAsync(new FakeOperation(name, state, 3)));
        Assert.Equal(4, state.Value);
        Assert.Equal(1, state.Saves);
    }

    [Theory]
    [InlineData("Reset")]
    [InlineData("ResetInTask")]
    [InlineData("ResetInValueTask")]
    public async Task A_method_without_a_result_answers_null(string name)
    {
        FakeState state = new(9);

        Assert.Null(await new Counter().RunAsync(new FakeOperation(name, state)));
        Assert.Equal(0, state.Value);
    }

    [Fact]
    public async Task A_missing_state_is_initialised_once_an_operation_comes()
    {
        FakeState state = new();

        Assert.Equal(5, await new Counter().RunAsync(new FakeOperation("add", state, 5)));
    }

    [Fact]
    public async Task A_nullable_state_begins_with_the_value_types_default()
    {
        FakeState state = new();

        Assert.Equal(0, await new OptionalCounter().RunAsync(new FakeOperation("get", state)));
    }

    [Fact]
    public async Task Context_and_operation_are_handed_to_parameters_of_their_types()
    {
        Assert.Equal("@fake@1 describe 7", await new Counter().RunAsync(new FakeOperation("describe", new FakeState(1), 7)));
    }

    [Fact]
    public async Task A_missing_input_falls_back_on_the_parameters_default()
        => Assert.Equal(11, await new Counter().RunAsync(new FakeOperation("addOptional", new FakeState(1))));

    [Theory]
    [InlineData("add")]
    [InlineData("two")]
    public async Task Parameters_that_cannot_be_filled_are_refused(string name)
    {
        FakeState state = new(1);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await new Counter().RunAsync(new FakeOperation(name, state)));
        Assert.Equal(0, state.Saves);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("ToString")]
    [InlineData("GetType")]
    [InlineData("RunAsync")]
    [InlineData("Hidden")]
    public async Task An_operation_without_a_public_method_is_not_supported(string name)
        => await Assert.ThrowsAsync<NotSupportedException>(async () => await new Counter().RunAsync(new FakeOperation(name, new FakeState(1), 1)));

    [Fact]
    public async Task Several_methods_of_the_name_are_ambiguous()
        => await Assert.ThrowsAsync<AmbiguousMatchException>(async () => await new Counter().RunAsync(new FakeOperation("overloaded", new FakeState(1), 1)));

    [Fact]
    public async Task An_exception_comes_as_it_was_thrown_and_saves_nothing()
    {
        FakeState state = new(1);

        FormatException error = await Assert.ThrowsAsync<FormatException>(async () => await new Counter().RunAsync(new FakeOperation("fail", state)));

        Assert.Contains(nameof(Counter.Fail), error.StackTrace!.Split('\n')[0], StringComparison.Ordinal);
        Assert.Equal(0, state.Saves);
    }

    [Fact]
    public async Task Delete_without_a_method_removes_the_state()
    {
        FakeState state = new(1);

        Assert.Null(await new Counter().RunAsync(new FakeOperation("Delete", state)));
        Assert.Null(state.Value);
    }

    [Fact]
    public async Task Methods_of_the_state_run_where_the_entity_allows_it()
    {
        FakeState state = new(new Basket());

        Assert.Equal(1, await new BasketEntity(true).RunAsync(new FakeOperation("put", state, "apple")));
        await Assert.ThrowsAsync<NotSupportedException>(async () => await new BasketEntity(false).RunAsync(new FakeOperation("put", state, "apple")));
    }

    [Fact]
    public async Task The_entitys_own_method_goes_before_the_states()
        => Assert.Equal("entity", await new BasketEntity(true).RunAsync(new FakeOperation("who", new FakeState(new Basket()))));

    private sealed class Counter : TaskEntity<int>
    {
        public int Add(int amount) => State += amount;

        public int AddOptional(int amount = 10) => State += amount;

        public async Task<int> AddInTask(int amount)
        {
            await Task.Yield();
            return State += amount;
        }

        public async ValueTask<int> AddInValueTask(int amount)
        {
            await Task.Yield();
            return State += amount;
        }

        public void Reset() => State = 0;

        public async Task ResetInTask()
        {
            await Task.Yield();
            State = 0;
        }

        public async ValueTask ResetInValueTask()
        {
            await Task.Yield();
            State = 0;
        }

        public string Describe(TaskEntityContext context, int input, TaskEntityOperation operation) => $"{context.Id} {operation.Name} {input}";

        public int Two(int first, int second) => first + second;

        public int Overloaded(int value) => value;

        public int Overloaded(string value) => value.Length;

        public void Fail() => throw new FormatException();

        internal void Hidden() => State = -1;
    }

    private sealed class OptionalCounter : TaskEntity<int?>
    {
        public int? Get() => State;
    }

    private sealed class BasketEntity(bool dispatch) : TaskEntity<Basket>
    {
        protected override bool AllowStateDispatch => dispatch;

        public string Who() => "entity";
    }

    private sealed class Basket
    {
        private readonly List<string> _items = [];

        public int Put(string item)
        {
            _items.Add(item);
            return _items.Count;
        }

        public string Who() => "state";
    }
}
