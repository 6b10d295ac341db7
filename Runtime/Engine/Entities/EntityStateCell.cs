using Workflows.Durable;
using Workflows.Durable.Entities;

namespace Workflows.Runtime.Engine.Entities;

/// <summary>The state that an operation reads and writes; null text means that the entity has none.</summary>
internal sealed class EntityStateCell(string? text, DataConverter converter) : TaskEntityState
{
    public string? Text { get; private set; } = text;

    public override bool HasState => Text is not null;

    public override object? GetState(Type type) => Text is null ? null : converter.Deserialize(Text, type);

    public override void SetState(object? state) => Text = state is null ? null : converter.Serialize(state);

    /// <summary>Takes back what an operation that threw has done.</summary>
    public void Restore(string? text) => Text = text;
}
