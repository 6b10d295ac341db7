using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Shared.Tests.Models.Fleet;

/// <summary>
/// What is kept of a pool for classes above a ticket's that asked for something in this minute or the last, in its plainest form. Of the slots: as many as a class lately had at once and one more,
/// up to its share; where that is no more than it has, one beyond it as long as the other classes that wait or were seen would keep theirs. Of each budget: at the pace of the busier minute and a quarter more
/// (of calls, one at least), up to its share, what the class will at any moment of the next minute have asked for beyond what has come back before.
/// </summary>
internal sealed class StatedReserve(FleetState state, FleetPool pool)
{
    private static readonly long Window = 60_000 + (long)FleetTimes.Embedded.WindowMargin.TotalMilliseconds;

    public bool IsNeeded(CallClass below) => (pool.CallsPerMinute ?? pool.TokensPerMinute) is not null && Above(below).Any();

    public int Slots(CallClass below, int limit, Func<CallClass, int> used) => Above(below).Where(note => Part(note) > 0).Sum(note =>
    {
        int share = pool.Shares.SlotsOf(note.Class, limit);
        int most = Math.Max(share, limit - Seen().Where(other => other != note.Class).Sum(other => Math.Max(pool.Shares.SlotsOf(other, limit), 1)));
        int wanted = Math.Max(Math.Min(share, Math.Max(note.Most, note.MostBefore) + 1), used(note.Class) + 1);
        return Math.Max(Math.Min(wanted, most) - used(note.Class), 0);
    });

    public double Calls(CallClass below) => pool.CallsPerMinute is { } budget
        ? Most(Above(below).Sum(note => Pace(Math.Max(note.Calls, note.CallsBefore), 1, Part(note) * budget)), asked => Math.Floor(asked), charge => charge.Calls)
        : 0;

    public double Tokens(CallClass below) => pool.TokensPerMinute is { } budget
        ? Most(Above(below).Sum(note => Pace(Math.Max(note.Tokens, note.TokensBefore), 0, Part(note) * budget)), asked => asked, charge => charge.Tokens)
        : 0;

    /// <summary>Whether a class has waited while as many slots went to others as its share says: one in so many.</summary>
    public bool IsTurn(CallClass callClass) =>
        pool.Shares.Of(callClass) > 0 && state.Traffic.Exists(note => note.Pool == pool.Name && note.Class == callClass && note.Passed >= Math.Ceiling(1 / Part(note)));

    /// <summary>Just before each charge comes back, and at the end of the minute.</summary>
    private double Most(double pace, Func<double, double> whole, Func<FleetCharge, long> amount)
    {
        List<FleetCharge> charges = state.Charges[pool.Name];
        double most = charges.Select(charge => Math.Min(charge.At + Window - state.LastSeen, 60_000)).Append(60_000).Max(moment =>
            whole(pace * (moment / 60_000.0)) - charges.Where(charge => charge.At + Window - state.LastSeen < moment).Sum(amount));
        return Math.Max(most, 0);
    }

    private IEnumerable<ClassTraffic> Above(CallClass below) =>
        state.Traffic.Where(note => note.Pool == pool.Name && note.Class < below && note.Calls + note.CallsBefore > 0);

    private IEnumerable<CallClass> Seen() => Enum.GetValues<CallClass>().Where(callClass => pool.Shares.Of(callClass) > 0
        && (state.Tickets.Exists(ticket => ticket.Class == callClass && ticket.Pools.Contains(pool.Name)) || state.Traffic.Exists(note => note.Pool == pool.Name && note.Class == callClass && note.Calls + note.CallsBefore > 0)));

    private double Part(ClassTraffic note) => pool.Shares.Of(note.Class);

    private static double Pace(double lately, double more, double most) => Math.Min(lately + Math.Max(lately / 4, more), most);
}
