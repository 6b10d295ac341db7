using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Orchestrations.Fleet;

/// <summary>
/// The entity through which every model call passes: it admits each request to a pool once, within the pool's limits, in a stated order
/// (<see cref="FleetAdmission"/>). Entities send no events: whoever calls it sends the invitations on that it answers; what only time
/// brings it does at a delayed signal to itself and has <see cref="FleetCourier"/> tell.
/// </summary>
/// <param name="catalogue">The pools, and which task may go where.</param>
/// <param name="time">The clock.</param>
public sealed class ModelFleet(IModelCatalogue catalogue, TimeProvider time) : TaskEntity<FleetState>
{
    /// <summary>The function.</summary>
    /// <param name="dispatcher">Runs the operation.</param>
    [Function(nameof(ModelFleet))]
    public static Task Run([EntityTrigger] TaskEntityDispatcher dispatcher) => dispatcher.DispatchAsync<ModelFleet>();

    /// <summary>The entity of a fleet.</summary>
    /// <param name="key">The fleet's key.</param>
    public static EntityInstanceId IdOf(string key) => new(nameof(ModelFleet), key);

    /// <summary>Asks for a lease, or claims the one that was offered.</summary>
    /// <param name="ask">The wish.</param>
    public FleetAnswer Acquire(FleetAsk ask)
    {
        ModelTaskPolicy policy;
        try
        {
            policy = catalogue.Policy(ask.Task);
        }
        catch (ArgumentException unknown)
        {
            return new FleetAnswer { Refused = unknown.Message };
        }

        if (policy.FleetKey != Context.Id.Key)
        {
            return new FleetAnswer { Elsewhere = policy.FleetKey };
        }

        return Apply((fleet, now) => fleet.Acquire(ask.ToTicket(policy), now)) with { Candidates = policy.Candidates(ask.PromptTokens) };
    }

    /// <summary>Ends a lease.</summary>
    /// <param name="release">The lease and how it was used.</param>
    /// <returns>What the caller has to send on.</returns>
    public IReadOnlyList<FleetInvitation> Release(FleetRelease release) => Apply((fleet, now) => fleet.Release(release.LeaseId, release.Outcome, now));

    /// <summary>Takes a ticket back, or its lease when nothing was sent.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <returns>What the caller has to send on.</returns>
    public IReadOnlyList<FleetInvitation> Withdraw(string ticketId) => Apply((fleet, now) => fleet.Withdraw(ticketId, now));

    /// <summary>Gives a process its next block of real-time calls.</summary>
    /// <param name="ask">The wish, and the account of the blocks before.</param>
    public FleetBlock Renew(FleetBlockAsk ask) => Apply((fleet, now) => fleet.Renew(ask, now));

    /// <summary>Says how long a call would wait for admission. Nothing is kept of the question.</summary>
    /// <param name="ask">The call.</param>
    /// <returns>Seconds; null: no pool of this fleet serves it.</returns>
    public double? Forecast(FleetForecastAsk ask)
    {
        try
        {
            IReadOnlyList<string> pools = catalogue.Policy(ask.Task).Candidates(ask.PromptTokens);
            return new FleetAdmission(State, catalogue.PoolsOf(Context.Id.Key), catalogue.Times).Forecast(pools, ask.UsualSeconds, time.GetUtcNow());
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Does what time has brought. Only the latest signal counts.</summary>
    /// <param name="generation">The signal's number.</param>
    public void Tick(int generation)
    {
        if (generation != State.Generation)
        {
            return;
        }

        State.TickAt = null;
        IReadOnlyList<FleetInvitation> invitations = Apply((fleet, now) => fleet.Tick(now));
        if (invitations.Count > 0)
        {
            string id = FormattableString.Invariant($"fleet:{Context.Id.Key}:{generation}");
            Context.ScheduleNewOrchestration(nameof(FleetCourier), invitations, new StartOrchestrationOptions(id));
        }
    }

    private T Apply<T>(Func<FleetAdmission, DateTimeOffset, T> operation)
    {
        FleetAdmission fleet = new(State, catalogue.PoolsOf(Context.Id.Key), catalogue.Times);
        T result = operation(fleet, time.GetUtcNow());
        if (fleet.NextChange() is { } next)
        {
            SignalAt(next);
        }

        return result;
    }

    private void SignalAt(DateTimeOffset next)
    {
        // A signal that comes too early only looks and sets the next one: it is replaced only when something is due before it, or when it is overdue.
        long due = next.ToUnixTimeMilliseconds();
        if (State.TickAt is { } set && set <= due && set > State.LastSeen)
        {
            return;
        }

        State.TickAt = due;
        State.Generation++;
        Context.SignalEntity(Context.Id, nameof(Tick), State.Generation, new SignalEntityOptions { SignalTime = next });
    }
}
