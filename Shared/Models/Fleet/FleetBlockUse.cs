namespace Workflows.Shared.Models.Fleet;

/// <summary>What a block was used for; nothing more is admitted by it.</summary>
public sealed record FleetBlockUse
{
    /// <summary>The block's number.</summary>
    public required int Number { get; init; }

    /// <summary>How many calls were admitted.</summary>
    public required int Calls { get; init; }

    /// <summary>The tokens that they cost.</summary>
    public required int Tokens { get; init; }

    /// <summary>The latest time at which one was sent; null: none was.</summary>
    public DateTimeOffset? LastSentAt { get; init; }

    /// <summary>How many the server served.</summary>
    public int Served { get; init; }

    /// <summary>How many it refused as too much at once (429, 503).</summary>
    public int Refused { get; init; }

    /// <summary>How many failed because it was too slow, broken or not there.</summary>
    public int Failed { get; init; }

    /// <summary>How long it asked to wait.</summary>
    public double? RetryAfterSeconds { get; init; }
}
