using Workflows.Durable;
using Workflows.Durable.Entities;
using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Orchestrations;

namespace Workflows.Runtime.Engine.Entities;

/// <summary>Collects what one operation sends; it goes out when the operation's turn is saved, and not at all when the operation throws.</summary>
internal sealed class EngineEntityContext(EntityInstanceId id, EngineCore engine, string operationSeed) : TaskEntityContext
{
    private int _nextGuid;

    public List<InboxMessage> Signals { get; } = [];

    public List<NewInstance> Orchestrations { get; } = [];

    public override EntityInstanceId Id => id;

    public override void SignalEntity(EntityInstanceId id, string operationName, object? input = null, SignalEntityOptions? options = null) =>
        Signals.Add(EntityMessages.Signal(engine, id, operationName, engine.Converter.Serialize(input), options?.SignalTime));

    public override string ScheduleNewOrchestration(TaskName name, object? input = null, StartOrchestrationOptions? options = null)
    {
        string instance = options?.InstanceId is { Length: > 0 } given ? given : DeterministicGuid.Create(operationSeed, _nextGuid++).ToString("N");
        InboxMessage.ThrowIfEntity(instance);
        EventDetails details = new() { Version = options?.Version?.Version, Tags = options?.Tags };
        Orchestrations.Add(NewInstance.Create(engine.Ids, instance, name.Name, engine.Converter.Serialize(input), engine.Now(), details, options?.StartAt));
        return instance;
    }
}
