namespace Workflows.Shared.Models.Fleet;

/// <summary>What an orchestration asks the fleet's entity for: one request of one call. The entity finds the pools by the catalogue.</summary>
public sealed record FleetAsk
{
    /// <summary>The orchestration that waits.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The number of the request within it.</summary>
    public required int Number { get; init; }

    /// <summary>The task.</summary>
    public required string Task { get; init; }

    /// <summary>The estimate of the prompt, by which a long one is placed.</summary>
    public required int PromptTokens { get; init; }

    /// <summary>The estimate of prompt and answer.</summary>
    public required int Tokens { get; init; }

    /// <summary>Who waits; null: as the catalogue says.</summary>
    public CallClass? Class { get; init; }

    /// <summary>When the piece of work began.</summary>
    public required DateTimeOffset WorkStamp { get; init; }

    /// <summary>When it first asked, as an earlier answer told.</summary>
    public DateTimeOffset? Arrival { get; init; }

    /// <summary>The one pool that makes sense, as for the repair of its own answer; null: any of the task's.</summary>
    public string? Only { get; init; }

    /// <summary>Pools that have failed for this call: used only when there is no other.</summary>
    public IReadOnlyList<string> Avoid { get; init; } = [];

    /// <summary>The ticket for the pools that the catalogue allows.</summary>
    /// <param name="policy">The task's policy.</param>
    public FleetTicket ToTicket(ModelTaskPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        IReadOnlyList<string> candidates = policy.Candidates(PromptTokens);
        List<string> wanted = [.. candidates.Where(pool => Only is null ? !Avoid.Contains(pool) : pool == Only)];
        return new FleetTicket
        {
            InstanceId = InstanceId,
            Number = Number,
            Pools = wanted.Count > 0 ? wanted : candidates,
            Tokens = Tokens,
            Class = Class ?? policy.Class,
            WorkStamp = WorkStamp,
            Arrival = Arrival,
        };
    }
}
