using Workflows.Durable;
using Workflows.Durable.Entities;
using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Entities;

/// <summary>One operation as the entity's code sees it.</summary>
internal sealed class EngineEntityOperation(HistoryEvent request, EntityStateCell state, TaskEntityContext context, DataConverter converter) : TaskEntityOperation
{
    public override string Name => request.Name!;

    public override TaskEntityContext Context => context;

    public override TaskEntityState State => state;

    public override bool HasInput => request.Payload is not null;

    public override object? GetInput(Type inputType) => request.Payload is null ? null : converter.Deserialize(request.Payload, inputType);
}
