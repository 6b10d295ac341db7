using System.Text.Json;
using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Shared.Tests.Models.Fleet;

/// <summary>
/// A random schedule of callers on one fleet, in virtual time: slow and lost invitations, holders and waiters that die, are suspended or
/// abandoned, operations that arrive twice, crashes of the process that sends, a clock that is set back or jumps ahead, servers that are busy, slow or dead
/// for a while, or work on one request at a time. Requests are up to a quarter of a second on their way. The state goes through JSON at every operation, as in the entity. It notes what servers see.
/// </summary>
internal sealed class FleetSimulation
{
    private const int Polling = 60;
    private const int MostSteps = 200_000;

    private readonly Random _random;
    private readonly Func<FleetStep, IEnumerable<string>> _check;
    private readonly PriorityQueue<Action, (DateTimeOffset Time, int Order)> _agenda = new();
    private readonly Dictionary<string, SimulatedServer> _servers = [];
    private readonly Dictionary<string, SimulatedCaller> _callers = [];
    private readonly DateTimeOffset _origin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private string _state = JsonSerializer.Serialize(new FleetState());
    private DateTimeOffset _now;
    private TimeSpan _slow;
    private DateTimeOffset? _tick;
    private int _process;
    private int _order;

    /// <summary>Makes a schedule.</summary>
    /// <param name="seed">What it is made from.</param>
    /// <param name="check">Looks at every operation; null: nothing does.</param>
    public FleetSimulation(int seed, Func<FleetStep, IEnumerable<string>>? check = null)
    {
        _check = check ?? (_ => []);
        _random = new Random(seed);
        _now = _origin;
        int pools = _random.Next(1, 4);
        for (int i = 0; i < pools; i++)
        {
            FleetPool pool = RandomFleet.Pool($"pool{i}", _random);
            _servers.Add(pool.Name, new SimulatedServer(pool, _random, _now));
        }

        int callers = _random.Next(5, 80);
        for (int i = 0; i < callers; i++)
        {
            SimulatedCaller caller = RandomFleet.Caller(i, [.. _servers.Keys], _now, _random);
            _callers.Add(caller.Id, caller);
            At(_random.Next(3) == 0 ? 0 : _random.NextDouble() * 120, () => Ask(caller));
        }

        for (int i = _random.Next(3); i > 0; i--)
        {
            At(_random.Next(400), () => _process++);
            At(_random.Next(400), () => _slow += TimeSpan.FromSeconds(_random.Next(30)));
        }

        for (int i = Math.Max(_random.Next(-2, 3), 0); i > 0; i--)
        {
            At(_random.Next(400), JumpAhead);
        }
    }

    public IReadOnlyCollection<SimulatedServer> Servers => _servers.Values;

    /// <summary>What the check found.</summary>
    public List<string> Faults { get; } = [];

    public IEnumerable<string> Unserved =>
        _callers.Values.Where(caller => !caller.Done && caller.Fate != CallerFate.DiesWaiting).Select(caller => $"{caller.Id} ({caller.Fate})");

    private DateTimeOffset Clock => _now - _slow;

    public void Run()
    {
        int steps = 0;
        while (_agenda.TryDequeue(out Action? action, out (DateTimeOffset Time, int Order) at) && at.Time < _origin.AddHours(12))
        {
            if (++steps > MostSteps)
            {
                throw new InvalidOperationException($"The fleet does not come to rest: at {at.Time:O} after {steps} steps.");
            }

            _now = at.Time;
            action();
        }
    }

    private void JumpAhead()
    {
        _slow -= TimeSpan.FromSeconds(_random.Next(3) == 0 ? _random.Next(3_000) : _random.Next(100));
        foreach (SimulatedServer server in Servers)
        {
            server.BeginEra();
        }
    }

    private void Ask(SimulatedCaller caller)
    {
        if (caller.Done || caller.Sending || (caller.Fate == CallerFate.DiesWaiting && caller.Asked))
        {
            return;
        }

        caller.Asked = true;
        FleetAnswer answer = Acquire(caller);
        Pass(answer.Invitations);
        if (_random.Next(10) == 0)
        {
            answer = Acquire(caller);
            Pass(answer.Invitations);
        }

        caller.Arrival = answer.Arrival;
        if (answer.Lease is { } lease)
        {
            Take(caller, lease);
        }
        else if (caller.Fate == CallerFate.AbandonedWaiting)
        {
            caller.Done = true;
            At(_random.Next(40), () => Pass(Operate(fleet => fleet.Withdraw(caller.Ticket().Id, Clock), ended: caller.Ticket().Id)));
        }
        else
        {
            double wait = answer.ComeAgainAt is { } again ? (again - Clock).TotalSeconds : Polling * (0.8 + (_random.NextDouble() * 0.4));
            At(caller.Fate == CallerFate.Suspended ? wait + _random.Next(300) : wait, () => Ask(caller));
        }
    }

    private void Take(SimulatedCaller caller, FleetLease lease)
    {
        caller.Sending = true;
        caller.Arrival = null;
        caller.Number++;
        if (caller.Fate == CallerFate.DiesSending && _random.Next(2) == 0)
        {
            caller.Done = true;
            return;
        }

        int process = _process;
        double most = (lease.StartBefore - Clock).TotalSeconds;
        At(caller.Fate == CallerFate.Suspended ? _random.Next(60) : _random.Next(5) == 0 ? most : Extreme() * 0.2, () => Send(caller, lease, process));
    }

    private void Send(SimulatedCaller caller, FleetLease lease, int process)
    {
        if (process != _process || Clock > lease.StartBefore)
        {
            End(caller, lease, new FleetOutcome { Kind = FleetOutcomeKind.Unknown, Status = ModelSendStatus.Stale });
            return;
        }

        DateTimeOffset sentAt = Clock;
        int era = _servers[lease.Pool].Era;
        At(0.24 * Extreme(), () => Arrive(caller, lease, process, sentAt, era));
    }

    private void Arrive(SimulatedCaller caller, FleetLease lease, int process, DateTimeOffset sentAt, int era)
    {
        SimulatedServer server = _servers[lease.Pool];
        int tokens = _random.Next(1, caller.Tokens + 1);
        server.Begin(era, _now, tokens);
        (FleetOutcome outcome, double seconds) = server.Serve(_now, sentAt, tokens);
        bool isAbandoned = caller.Fate == CallerFate.AbandonedSending && seconds > 1;
        if (isAbandoned)
        {
            // The server notices half a second later than the fleet is told.
            seconds = _random.NextDouble() * (seconds - 1);
            At(seconds + 0.5, () => server.End(era));
            outcome = new FleetOutcome { Kind = FleetOutcomeKind.Abandoned };
        }

        At(seconds, () =>
        {
            if (!isAbandoned)
            {
                server.End(era);
            }

            bool isLost = process != _process && !isAbandoned;
            End(caller, lease, isLost ? new FleetOutcome { Kind = FleetOutcomeKind.Unknown, Status = ModelSendStatus.Stale } : outcome);
            caller.Done |= isAbandoned;
        });
    }

    private void End(SimulatedCaller caller, FleetLease lease, FleetOutcome outcome)
    {
        caller.Sending = false;
        caller.Done |= outcome.Status == ModelSendStatus.Answered || caller.Fate == CallerFate.DiesSending;
        if (caller.Fate == CallerFate.DiesSending)
        {
            return;
        }

        for (int times = _random.Next(10) == 0 ? 2 : 1; times > 0; times--)
        {
            Pass(Operate(fleet => fleet.Release(lease.Id, outcome, Clock), ended: lease.Id));
        }

        At(_random.NextDouble() * 5, () => Ask(caller));
    }

    private void Pass(IReadOnlyList<FleetInvitation> invitations)
    {
        foreach (FleetInvitation invitation in invitations.Where(_ => _random.Next(20) > 0))
        {
            SimulatedCaller caller = _callers[invitation.InstanceId];
            double late = caller.Fate == CallerFate.Suspended ? _random.Next(200) : 0;
            At(late + (_random.Next(15) == 0 ? 12 : Extreme() * 0.5), () => Ask(caller));
        }
    }

    private FleetAnswer Acquire(SimulatedCaller caller)
    {
        FleetTicket ticket = caller.Ticket();
        return Operate(fleet => fleet.Acquire(ticket, Clock), answer => answer.Invitations, ticket);
    }

    private IReadOnlyList<FleetInvitation> Operate(Func<FleetAdmission, IReadOnlyList<FleetInvitation>> operation, string? ended = null) =>
        Operate(operation, invitations => invitations, ended: ended);

    private T Operate<T>(Func<FleetAdmission, T> operation, Func<T, IReadOnlyList<FleetInvitation>> invitations, FleetTicket? asked = null, string? ended = null)
    {
        FleetState state = FleetStep.Read(_state);
        List<FleetPool> pools = [.. _servers.Values.Select(server => server.Pool)];
        FleetAdmission fleet = new(state, pools, FleetTimes.Embedded);
        T result = operation(fleet);
        string before = _state;
        _state = JsonSerializer.Serialize(state);
        Faults.AddRange(_check(new FleetStep { Before = before, After = _state, Pools = pools, Invitations = invitations(result), Asked = asked, Ended = ended }));
        if (fleet.NextChange() is { } next && (_tick is null || next < _tick || _tick <= Clock))
        {
            _tick = next;
            At((next - Clock).TotalSeconds, () =>
            {
                if (_tick == next)
                {
                    _tick = null;
                    Pass(Operate(fleet => fleet.Tick(Clock)));
                }
            });
        }

        return result;
    }

    /// <summary>A number from 0 to 1, often one of the two.</summary>
    private double Extreme() => _random.Next(4) switch { 0 or 1 => 0, 2 => 1, _ => _random.NextDouble() };

    private void At(double seconds, Action action) => _agenda.Enqueue(action, (_now.AddSeconds(Math.Max(seconds, 0)), _order++));
}
