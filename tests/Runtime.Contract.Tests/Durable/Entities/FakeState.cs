using Workflows.Durable.Entities;

namespace Workflows.Runtime.Contract.Tests.Durable.Entities;

internal sealed class FakeState(object? value = null) : TaskEntityState
{
    public object? Value { get; private set; } = value;

    public int Saves { get; private set; }

    public override bool HasState => Value is not null;

    public override object? GetState(Type type) => Value;

    public override void SetState(object? state)
    {
        Value = state;
        Saves++;
    }
}
