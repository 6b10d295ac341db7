using Workflows.Durable;
using Workflows.Durable.Entities;

namespace Workflows.Runtime.Engine.Entities;

/// <summary>The state that an operation reads and writes; null text means that the entity has none. An operation that reads it again gets the same object.</summary>
internal sealed class EntityStateCell(string? text, DataConverter converter) : TaskEntityState
{
    private object? _read;

    public string? Text { get; private set; } = text;

    public override bool HasState => Text is not null;

    public override object? GetState(Type type)
    {
        if (_read is null || !type.IsAssignableFrom(_read.GetType()))
        {
            _read = Text is null ? null : converter.Deserialize(Text, type);
        }

        return _read;
    }

    public override void SetState(object? state)
    {
        Text = state is null ? null : converter.Serialize(state);
        _read = state;
    }

    /// <summary>Takes back what an operation that threw has done.</summary>
    public void Restore(string? text)
    {
        Text = text;
        _read = null;
    }
}
