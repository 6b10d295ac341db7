using System.Text;
using System.Text.Json;
using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Shared.Tests.Models.Fleet;

/// <summary>
/// A random schedule of callers on one fleet, in virtual time: slow and lost invitations, holders and waiters that die, operations that
/// arrive twice. The state goes through JSON at every operation, as in the entity. It notes what servers would see.
/// </summary>
internal sealed class FleetSimulation
{
    private const int Polling = 60;
    private const int MostSteps = 100_000;

    private readonly Random _random;
    private readonly PriorityQueue<Action, (DateTimeOffset Time, int Order)> _agenda = new();
    private readonly List<FleetPool> _pools = [];
    private readonly Dictionary<string, int> _running = [];
    private readonly Dictionary<string, Caller> _callers = [];
    private string _state = JsonSerializer.Serialize(new FleetState());
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private DateTimeOffset? _tick;
    private int _order;

    public FleetSimulation(int seed)
    {
        _random = new Random(seed);
        int pools = _random.Next(1, 4);
        for (int i = 0; i < pools; i++)
        {
            _pools.Add(new FleetPool
            {
                Name = $"pool{i}",
                MaxConcurrent = _random.Next(1, 6),
                CallsPerMinute = _random.Next(3) == 0 ? null : _random.Next(2, 30),
                TokensPerMinute = _random.Next(3) == 0 ? _random.Next(1_000, 20_000) : null,
                TimeoutSeconds = 30,
            });
            Sent[$"pool{i}"] = [];
            _running[$"pool{i}"] = 0;
        }

        int callers = _random.Next(5, 80);
        for (int i = 0; i < callers; i++)
        {
            Caller caller = new()
            {
                Id = $"caller-{i}",
                Pools = [.. _pools.Select(pool => pool.Name).OrderBy(_ => _random.Next()).Take(_random.Next(1, pools + 1))],
                Class = (CallClass)_random.Next(3),
                WorkStamp = _now.AddSeconds(-_random.Next(100)),
                DiesWaiting = _random.Next(8) == 0,
                DiesSending = _random.Next(8) == 0,
            };
            _callers.Add(caller.Id, caller);
            At(_random.Next(3) == 0 ? 0 : _random.NextDouble() * 120, () => Ask(caller));
        }
    }

    public Dictionary<string, List<(DateTimeOffset At, int Tokens)>> Sent { get; } = [];

    public IReadOnlyList<FleetPool> Pools => _pools;

    public List<string> Overloads { get; } = [];

    public IEnumerable<string> Unserved => _callers.Values.Where(caller => !caller.Done && !caller.DiesWaiting).Select(caller => caller.Id);

    public int LargestState { get; private set; }

    public void Run()
    {
        DateTimeOffset end = _now.AddHours(12);
        int steps = 0;
        while (_agenda.TryDequeue(out Action? action, out (DateTimeOffset Time, int Order) at) && at.Time < end)
        {
            if (++steps > MostSteps)
            {
                throw new InvalidOperationException($"The fleet does not come to rest: at {at.Time:O} after {steps} steps.");
            }

            _now = at.Time;
            action();
        }
    }

    private void Ask(Caller caller)
    {
        if (caller.Done || caller.Sending || (caller.DiesWaiting && caller.Asked))
        {
            return;
        }

        caller.Asked = true;
        FleetAnswer answer = Operate(fleet => fleet.Acquire(caller.Ticket(), _now));
        if (_random.Next(10) == 0)
        {
            FleetAnswer twice = Operate(fleet => fleet.Acquire(caller.Ticket(), _now));
            Pass(answer.Invitations);
            answer = twice;
        }

        Pass(answer.Invitations);
        caller.Arrival = answer.Arrival;
        if (answer.Lease is { } lease)
        {
            Send(caller, lease);
            return;
        }

        double wait = answer.ComeAgainAt is { } again ? (again - _now).TotalSeconds : Polling * (0.8 + (_random.NextDouble() * 0.4));
        At(wait, () => Ask(caller));
    }

    private void Send(Caller caller, FleetLease lease)
    {
        caller.Sending = true;
        if (caller.DiesSending && _random.Next(2) == 0)
        {
            caller.Done = true;
            return;
        }

        double most = (lease.StartBefore - _now).TotalSeconds;
        At(_random.Next(5) == 0 ? most : _random.NextDouble() * 0.2, () => Arrive(caller, lease));
    }

    private void Arrive(Caller caller, FleetLease lease)
    {
        DateTimeOffset sent = _now;
        int tokens = _random.Next(1, caller.Tokens + 1);
        Sent[lease.Pool].Add((sent, tokens));
        if (++_running[lease.Pool] > _pools.Single(pool => pool.Name == lease.Pool).MaxConcurrent)
        {
            Overloads.Add($"{lease.Pool} at {_now:O}");
        }

        At(_random.NextDouble() * lease.TimeoutSeconds, () =>
        {
            _running[lease.Pool]--;
            caller.Done = true;
            if (caller.DiesSending)
            {
                return;
            }

            FleetOutcome outcome = _random.Next(6) == 0
                ? new FleetOutcome { Kind = FleetOutcomeKind.Unknown }
                : new FleetOutcome { Kind = FleetOutcomeKind.Ended, SentAt = sent, Tokens = tokens };
            Pass(Operate(fleet => fleet.Release(lease.Id, outcome, _now)));
            if (_random.Next(10) == 0)
            {
                Pass(Operate(fleet => fleet.Release(lease.Id, outcome, _now)));
            }
        });
    }

    private void Pass(IReadOnlyList<FleetInvitation> invitations)
    {
        foreach (FleetInvitation invitation in invitations.Where(_ => _random.Next(20) > 0))
        {
            At(_random.Next(15) == 0 ? 12 : _random.NextDouble() * 0.5, () => Ask(_callers[invitation.InstanceId]));
        }
    }

    private T Operate<T>(Func<FleetAdmission, T> operation)
    {
        FleetState state = JsonSerializer.Deserialize<FleetState>(_state)!;
        FleetAdmission fleet = new(state, _pools, FleetTimes.Embedded);
        T result = operation(fleet);
        _state = JsonSerializer.Serialize(state);
        LargestState = Math.Max(LargestState, Encoding.UTF8.GetByteCount(_state));
        if (fleet.NextChange() is { } next && (_tick is null || next < _tick || _tick <= _now))
        {
            _tick = next;
            At((next - _now).TotalSeconds, () =>
            {
                if (_tick == next)
                {
                    _tick = null;
                    Pass(Operate(fleet => fleet.Tick(_now)));
                }
            });
        }

        return result;
    }

    private void At(double seconds, Action action) => _agenda.Enqueue(action, (_now.AddSeconds(Math.Max(seconds, 0)), _order++));

    private sealed class Caller
    {
        public required string Id { get; init; }

        public required IReadOnlyList<string> Pools { get; init; }

        public required CallClass Class { get; init; }

        public required DateTimeOffset WorkStamp { get; init; }

        public bool DiesWaiting { get; init; }

        public bool DiesSending { get; init; }

        public int Tokens => 800;

        public DateTimeOffset? Arrival { get; set; }

        public bool Asked { get; set; }

        public bool Sending { get; set; }

        public bool Done { get; set; }

        public FleetTicket Ticket() => new()
        {
            InstanceId = Id, Number = 1, Pools = Pools, Tokens = Tokens, Class = Class, WorkStamp = WorkStamp, Arrival = Arrival,
        };
    }
}
