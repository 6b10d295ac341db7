using Workflows.Durable;
using Workflows.Durable.Entities;

namespace Workflows.Runtime.Contract.Tests.Durable.Entities;

internal sealed class FakeOperation(string name, FakeState state, params object?[] input) : TaskEntityOperation
{
    public override string Name => name;

    public override TaskEntityContext Context { get; } = new FakeContext();

    public override TaskEntityState State => state;

    public override bool HasInput => input.Length > 0;

    public override object? GetInput(Type inputType) => HasInput ? input[0] : null;

    private sealed class FakeContext : TaskEntityContext
    {
        public override EntityInstanceId Id { get; } = new("fake", "1");

        public override void SignalEntity(EntityInstanceId id, string operationName, object? input = null, SignalEntityOptions? options = null)
        {
        }

        public override string ScheduleNewOrchestration(TaskName name, object? input = null, StartOrchestrationOptions? options = null)
            => string.Empty;
    }
}
