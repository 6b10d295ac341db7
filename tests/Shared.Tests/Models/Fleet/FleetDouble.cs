using System.Text.Json;
using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Shared.Tests.Models.Fleet;

/// <summary>A fleet whose state goes through JSON at every operation, and whose clock is set by hand.</summary>
internal sealed class FleetDouble(params FleetPool[] pools)
{
    private static readonly DateTimeOffset Origin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public string Json { get; set; } = JsonSerializer.Serialize(new FleetState());

    public FleetState State => JsonSerializer.Deserialize<FleetState>(Json)!;

    public FleetTimes Times { get; init; } = FleetTimes.Embedded;

    /// <summary>Seconds since the start.</summary>
    public double Clock { get; set; }

    public DateTimeOffset Now => At(Clock);

    public static DateTimeOffset At(double seconds) => Origin.AddMilliseconds(Math.Round(seconds * 1000));

    public static FleetPool Pool(string name = "a", int concurrent = 1, int? calls = null, int? tokens = null) =>
        new() { Name = name, MaxConcurrent = concurrent, CallsPerMinute = calls, TokensPerMinute = tokens, TimeoutSeconds = 30 };

    public static FleetTicket Ticket(string caller, double work = 0, CallClass @class = CallClass.Interactive, int tokens = 100, params string[] pools) => new()
    {
        InstanceId = caller,
        Number = 1,
        Pools = pools is [] ? ["a"] : pools,
        Tokens = tokens,
        Class = @class,
        WorkStamp = At(work),
    };

    public static FleetOutcome Sent(double at, int? tokens = null) => new() { Kind = FleetOutcomeKind.Ended, SentAt = At(at), Tokens = tokens };

    public FleetAnswer Acquire(string caller) => Acquire(Ticket(caller));

    public FleetAnswer Acquire(FleetTicket ticket) => Operate(fleet => fleet.Acquire(ticket, Now));

    public FleetLease Lease(string caller) => Acquire(caller).Lease ?? throw new InvalidOperationException($"No lease for {caller}.");

    public IEnumerable<string> Release(FleetLease lease, FleetOutcome? outcome = null) =>
        Operate(fleet => fleet.Release(lease.Id, outcome ?? Sent(Clock), Now)).Select(invitation => invitation.InstanceId);

    public IEnumerable<string> Withdraw(string caller) =>
        Operate(fleet => fleet.Withdraw(FleetTicket.IdOf(caller, 1), Now)).Select(invitation => invitation.InstanceId);

    public FleetBlock Renew(FleetBlockAsk ask) => Operate(fleet => fleet.Renew(ask, Now));

    public IEnumerable<string> Tick() => TickAll().Select(invitation => invitation.InstanceId);

    public IReadOnlyList<FleetInvitation> TickAll() => Operate(fleet => fleet.Tick(Now));

    public IReadOnlyList<FleetInvitation> End(FleetLease lease, FleetOutcome outcome) => Operate(fleet => fleet.Release(lease.Id, outcome, Now));

    public double? Forecast(double usual, params string[] names) => Operate(fleet => fleet.Forecast(names, usual, Now));

    /// <summary>When time alone changes something next, in seconds since the start.</summary>
    public double? NextChange() => Operate(fleet => fleet.NextChange()) is { } next ? (next - Origin).TotalSeconds : null;

    /// <summary>What the pool <c>a</c> may run at once for now; null: all that is configured.</summary>
    public int? Limit() => State.Health.GetValueOrDefault("a")?.Limit;

    private T Operate<T>(Func<FleetAdmission, T> operation)
    {
        FleetState state = State;
        T result = operation(new FleetAdmission(state, pools, Times));
        Json = JsonSerializer.Serialize(state);
        return result;
    }
}
