namespace Workflows.Shared.Models.Fleet;

/// <summary>
/// Which part of a pool's slots each class is sure of. A class that is below its share goes first when a slot frees; what a class does not
/// use, others borrow. Where a share is less than one slot, a pool of three or more gives one all the same; in a smaller one the classes go one after the other.
/// </summary>
public sealed record FleetShares
{
    private const int FewestSlots = 3;

    /// <summary>Half, a quarter and an eighth.</summary>
    public static FleetShares Default { get; } = new();

    /// <summary>The part of <see cref="CallClass.Realtime"/>, 0 to 1; the three together at most 1.</summary>
    public double Realtime { get; init; } = 0.5;

    /// <summary>The part of <see cref="CallClass.Interactive"/>.</summary>
    public double Interactive { get; init; } = 0.25;

    /// <summary>The part of <see cref="CallClass.Batch"/>.</summary>
    public double Batch { get; init; } = 0.125;

    /// <summary>The part of a class.</summary>
    /// <param name="callClass">The class.</param>
    public double Of(CallClass callClass) => callClass switch
    {
        CallClass.Realtime => Realtime,
        CallClass.Interactive => Interactive,
        _ => Batch,
    };

    /// <summary>The slots that a class is sure of: rounded down, but in a pool of three or more one at least when it has a share at all.</summary>
    /// <param name="callClass">The class.</param>
    /// <param name="slots">The pool's slots.</param>
    public int SlotsOf(CallClass callClass, int slots) =>
        Math.Max(slots >= FewestSlots && Of(callClass) > 0 ? 1 : 0, (int)Math.Floor(Of(callClass) * slots));
}
