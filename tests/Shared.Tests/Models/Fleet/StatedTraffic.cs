using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Shared.Tests.Models.Fleet;

/// <summary>What the fleet notes of the classes when time has passed and a ticket has come, in its plainest form: every note is made anew from the one before the operation.</summary>
internal static class StatedTraffic
{
    /// <summary>The notes as they are before an operation makes its offers.</summary>
    /// <param name="step">The operation.</param>
    /// <param name="before">The state before it.</param>
    /// <param name="now">The fleet's time at it.</param>
    /// <param name="isNew">Whether its ticket was not there before.</param>
    public static List<ClassTraffic> BeforeOffers(FleetStep step, FleetState before, long now, bool isNew)
    {
        List<WaitingTicket> stayed = [.. before.Tickets.Where(ticket => ticket.Id != step.Ended && !IsLost(ticket, now))];
        List<ClassTraffic> notes = [.. before.Traffic.Select(note => Later(note, now)).Where(note => !IsEmpty(note) || stayed.Exists(ticket => ticket.Class == note.Class && ticket.Pools.Contains(note.Pool)))];
        if (isNew && step.Asked is { Arrival: null } asked)
        {
            FleetPool pool = step.Pools.Single(pool => pool.Name == asked.Pools[0]);
            ClassTraffic note = Of(notes, pool.Name, asked.Class, now);
            note.Calls++;
            note.Tokens += Math.Min(asked.Tokens, pool.TokensPerMinute ?? int.MaxValue);
        }

        return notes;
    }

    /// <summary>The note of a class at a pool, which is made when there is none.</summary>
    public static ClassTraffic Of(List<ClassTraffic> notes, string pool, CallClass callClass, long now)
    {
        ClassTraffic note = notes.Find(note => note.Pool == pool && note.Class == callClass) ?? new ClassTraffic { Pool = pool, Class = callClass, Since = now };
        if (!notes.Contains(note))
        {
            notes.Add(note);
        }

        return note;
    }

    /// <summary>A ticket that let two offers pass is gone.</summary>
    public static bool IsLost(WaitingTicket ticket, long now) => ticket.Unclaimed + (ticket.OfferedPool is not null && ticket.ClaimBy <= now ? 1 : 0) >= 2;

    private static bool IsEmpty(ClassTraffic note) => note is { Calls: 0, CallsBefore: 0, Most: 0, MostBefore: 0 };

    private static ClassTraffic Later(ClassTraffic note, long now) => ((now - note.Since) / 60_000) switch
    {
        0 => note,
        1 => new ClassTraffic { Pool = note.Pool, Class = note.Class, Since = note.Since + 60_000, CallsBefore = note.Calls, TokensBefore = note.Tokens, MostBefore = note.Most, Passed = note.Passed },
        long minutes => new ClassTraffic { Pool = note.Pool, Class = note.Class, Since = note.Since + (minutes * 60_000), Passed = note.Passed },
    };
}
