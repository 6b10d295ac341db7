using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Client;
using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Inspection;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Engine.Orchestrations;

namespace Workflows.Runtime.Engine.Forking;

/// <summary>
/// Makes a new instance that has another one's past up to a chosen event. The code is led along that past first, as in a replay: where it does not follow it nothing is made. What was
/// open there is made anew, under new numbers and with new ids; timers wait for what was left of them. Past, first turn and head are one commit.
/// </summary>
internal sealed class InstanceForker(EngineCore engine)
{
    /// <returns>Id of the fork, once it is durable.</returns>
    /// <exception cref="ArgumentException">There is no such instance, or the new id cannot be used.</exception>
    /// <exception cref="ForkRefusedException">It cannot be forked there, or so.</exception>
    /// <exception cref="OrchestrationAlreadyExistsException">There is an instance of the new id.</exception>
    public async Task<string> RunAsync(ForkRequest request)
    {
        string id = request.NewId is { Length: > 0 } given ? given : Guid.CreateVersion7().ToString("N");
        InboxMessage.ThrowIfEntity(id);
        (InstanceRecord source, IReadOnlyList<HistoryEvent> history) = Read(request);
        string? payload = request.Edit is { Value: { } value } ? engine.Converter.Serialize(value) : null;
        ForkCut cut = ForkCut.Of(history, request.AfterEvent, request.Edit?.Kind, payload);
        long number = engine.Ids.NextExecution();
        (OrchestrationExecution execution, IReadOnlyList<HistoryEvent> past) = Lead(cut, source.Id, id, number);
        DateTimeOffset now = engine.Now();
        Turn turn = execution.AdvanceFork(now, past, Incoming(cut, execution, request, payload));
        InstanceRecord head = HeadOf(source, execution, now);
        TurnCommit first = new(execution, turn, [], engine.Ids, now);
        ForkCommit commit = new(head, past, first);
        engine.Work.Enter();
        try
        {
            await engine.Journal.CommitAsync(commit);
            if (commit.IsTaken)
            {
                throw new OrchestrationAlreadyExistsException($"An orchestration with the instance id '{id}' exists: a fork takes nobody's place.");
            }

            execution.LastSequence += turn.Events.Count;
            engine.CarryOut(execution, turn, first);
        }
        finally
        {
            engine.Work.Leave();
        }

        return id;
    }

    private static InstanceRecord HeadOf(InstanceRecord source, OrchestrationExecution execution, DateTimeOffset now) => new()
    {
        Id = execution.InstanceId,
        Execution = execution.Execution,
        Name = execution.Started.Name!,
        Version = execution.Started.Details?.Version,
        Status = execution.StoredStatus = OrchestrationRuntimeStatus.Running,
        Created = now,
        Updated = now,
        Input = execution.Started.Payload,
        Tags = source.Tags,
    };

    private (InstanceRecord Head, IReadOnlyList<HistoryEvent> History) Read(ForkRequest request) => engine.Journal.Read(session =>
    {
        InstanceRecord head = InstanceTable.Read(session, request.InstanceId, full: false)
            ?? throw new ArgumentException($"There is no instance '{request.InstanceId}'.", nameof(request));
        long execution = request.Execution ?? head.Execution;
        return HistoryReader.Executions(session, head.Id).Exists(known => known.Execution == execution)
            ? (head, (IReadOnlyList<HistoryEvent>)HistoryTable.Read(session, execution))
            : throw new ArgumentException($"The instance '{head.Id}' has no execution {execution}.", nameof(request));
    });

    /// <summary>Leads the fork's code along the past.</summary>
    private (OrchestrationExecution Execution, IReadOnlyList<HistoryEvent> Past) Lead(ForkCut cut, string source, string fork, long number)
    {
        string? divergence = null;
        foreach (IReadOnlyList<HistoryEvent> past in ForkedPast.Readings(cut.Past, source, fork))
        {
            OrchestrationExecution execution = new(fork, number, engine.Orchestrations, () => { });
            string? why = execution.Replay(past)?.Message ?? (execution.IsWokenFromOutside ? execution.NotDurableFailure.ErrorMessage : null);
            if (why is not null)
            {
                divergence ??= why;
                continue;
            }

            return execution.HasEnded ? throw new ForkRefusedException("In the turn of that event the execution ended: choose an earlier one.")
                : execution.IsInCriticalSection ? throw new ForkRefusedException("At that event the instance holds or awaits locks of entities, which a fork cannot have: choose one before or after the critical section.")
                : (execution, past);
        }

        throw new ForkRefusedException($"The code does not follow the recorded past any more, so there is nothing to go on from. {divergence}");
    }

    private static List<HistoryEvent> Incoming(ForkCut cut, OrchestrationExecution execution, ForkRequest request, string? payload)
    {
        List<HistoryEvent> incoming =
        [
            new HistoryEvent
            {
                Kind = HistoryEventKind.ExecutionForked,
                Time = cut.At,
                Payload = cut.EditedTask is null ? null : payload,
                Details = new EventDetails
                {
                    ForkedFrom = request.InstanceId,
                    ForkedAfter = request.AfterEvent,
                    Answered = cut.Answered,
                    EditedTask = cut.EditedTask,
                    GuidSeed = $"{execution.InstanceId}|{execution.Execution}",
                },
            },
            .. cut.Carried.Select(e => ForkedPast.Rename(e, request.InstanceId, execution.InstanceId)),
        ];
        if (execution.IsSuspended)
        {
            // A fork goes on, whoever had suspended its source.
            incoming.Add(new HistoryEvent { Kind = HistoryEventKind.ExecutionResumed });
        }

        return incoming;
    }
}
