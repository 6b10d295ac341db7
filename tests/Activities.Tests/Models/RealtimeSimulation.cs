using System.Text.Json;
using Workflows.Activities.Models;
using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Activities.Tests.Models;

/// <summary>
/// Two processes with blocks of one pool and a flood of batch calls, in virtual time: renewals that are slow, lost or answered twice, a
/// process that dies and begins anew.
/// </summary>
internal sealed class RealtimeSimulation
{
    private const double End = 300;

    private readonly Random _random;
    private readonly HandClock _clock = new();
    private readonly PriorityQueue<Action, (DateTimeOffset Time, int Order)> _agenda = new();
    private string _state = JsonSerializer.Serialize(new FleetState());
    private int _running;
    private int _order;

    public RealtimeSimulation(int seed)
    {
        _random = new Random(seed);
        Pool = new FleetPool { Name = "a", MaxConcurrent = _random.Next(3, 12), CallsPerMinute = _random.Next(12, 60), TimeoutSeconds = 20 };
        for (int i = 0; i < 2; i++)
        {
            Start($"process-{i}");
        }

        for (int i = 0; i < 40; i++)
        {
            string caller = $"batch-{i}";
            At(_random.NextDouble() * 20, () => Ask(caller));
        }
    }

    public FleetPool Pool { get; }

    public List<DateTimeOffset> Sent { get; } = [];

    public int Overloads { get; private set; }

    public int Admitted { get; private set; }

    public void Run()
    {
        while (_agenda.TryDequeue(out Action? action, out (DateTimeOffset Time, int Order) at) && at.Time < HandClock.Origin.AddSeconds(End))
        {
            _clock.Now = at.Time;
            action();
        }
    }

    private void Start(string name)
    {
        RealtimeAdmission admission = new(name, _clock);
        double dies = _random.Next(2) == 0 ? _random.NextDouble() * End : End;
        DateTimeOffset death = _clock.Now.AddSeconds(dies);
        Renew(admission, death);
        for (int i = _random.Next(10, 200); i > 0; i--)
        {
            At(_random.NextDouble() * End, () => Enter(admission, death));
        }

        if (dies < End)
        {
            At(dies + 1, () => Start(name + "'"));
        }
    }

    private void Renew(RealtimeAdmission admission, DateTimeOffset death)
    {
        if (_clock.Now >= death)
        {
            return;
        }

        FleetBlockAsk ask = admission.Ask(Pool.Name, _random.Next(1, 6), _random.Next(1, 20), 0);
        bool isLost = _random.Next(8) == 0;
        At(_random.NextDouble(), () =>
        {
            for (int times = _random.Next(8) == 0 ? 2 : 1; times > 0; times--)
            {
                FleetBlock block = Operate(fleet => fleet.Renew(ask, _clock.Now));
                At(_random.NextDouble() * 2, () => admission.Accept(isLost ? block with { Owner = "nobody" } : block));
            }
        });
        At(3 + (_random.NextDouble() * 15), () => Renew(admission, death));
    }

    private void Enter(RealtimeAdmission admission, DateTimeOffset death)
    {
        if (_clock.Now >= death || admission.TryEnter(Pool.Name, 0) is not { } entry)
        {
            return;
        }

        Admitted++;
        At(_random.NextDouble() * (entry.SendBefore - _clock.Now).TotalSeconds * 0.999, () => Send(entry.Dispose));
    }

    private void Ask(string caller)
    {
        FleetTicket ticket = new() { InstanceId = caller, Number = 1, Pools = [Pool.Name], Tokens = 0, Class = CallClass.Batch, WorkStamp = HandClock.Origin };
        if (Operate(fleet => fleet.Acquire(ticket, _clock.Now)).Lease is not { } lease)
        {
            At(4 + (_random.NextDouble() * 4), () => Ask(caller));
            return;
        }

        DateTimeOffset sent = _clock.Now;
        Send(() => Operate(fleet => fleet.Release(lease.Id, new FleetOutcome { Kind = FleetOutcomeKind.Ended, SentAt = sent, Status = ModelSendStatus.Answered }, _clock.Now)));
    }

    private void Send(Action end)
    {
        Sent.Add(_clock.Now);
        Overloads += ++_running > Pool.MaxConcurrent ? 1 : 0;
        At(_random.NextDouble() * Pool.TimeoutSeconds, () =>
        {
            _running--;
            end();
        });
    }

    private T Operate<T>(Func<FleetAdmission, T> operation)
    {
        FleetState state = JsonSerializer.Deserialize<FleetState>(_state)!;
        T result = operation(new FleetAdmission(state, [Pool], FleetTimes.Embedded));
        _state = JsonSerializer.Serialize(state);
        return result;
    }

    private void At(double seconds, Action action) => _agenda.Enqueue(action, (_clock.Now.AddSeconds(seconds), _order++));
}
