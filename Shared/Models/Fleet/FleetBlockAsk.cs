namespace Workflows.Shared.Models.Fleet;

/// <summary>What a process asks for that admits real-time calls by itself: the next share of a pool, with the account of the ones before.</summary>
public sealed record FleetBlockAsk
{
    /// <summary>The process. Processes of one name never run at the same time.</summary>
    public required string Owner { get; init; }

    /// <summary>
    /// When the process started, in milliseconds since 1970, UTC. A later start under the same name means that the one before is dead, its connections with it: its
    /// slots are free at once, while what it may have sent stays charged.
    /// </summary>
    public long Start { get; init; }

    /// <summary>The pool.</summary>
    public required string Pool { get; init; }

    /// <summary>The number of the block that is asked for: one more than the last. Asking again with the same number gives the same block.</summary>
    public required int Number { get; init; }

    /// <summary>The calls at once that are wanted; 0 gives the block back.</summary>
    public required int Slots { get; init; }

    /// <summary>The calls that are wanted for the life of the block.</summary>
    public required int Calls { get; init; }

    /// <summary>The tokens that are wanted for the life of the block.</summary>
    public required int Tokens { get; init; }

    /// <summary>How many calls the process has under way.</summary>
    public int Running { get; init; }

    /// <summary>What earlier blocks were used for that are used no more.</summary>
    public IReadOnlyList<FleetBlockUse> Uses { get; init; } = [];
}
