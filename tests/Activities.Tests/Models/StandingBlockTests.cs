using System.Text.Json;
using Workflows.Activities.Models;
using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Activities.Tests.Models;

/// <summary>A standing block of real-time calls on a pool of eight that a flood of batch calls fills: four minutes in virtual time.</summary>
public sealed class StandingBlockTests
{
    private const int End = 240;
    private static readonly FleetPool Pool = new() { Name = "a", MaxConcurrent = 8, CallsPerMinute = 60, TimeoutSeconds = 30 };

    private readonly HandClock _clock = new();
    private readonly RealtimeAdmission _admission;
    private readonly PriorityQueue<Action, (DateTimeOffset Time, int Order)> _agenda = new();
    private string _state = JsonSerializer.Serialize(new FleetState());
    private int _running;
    private int _mostRunning;
    private int _batchServed;
    private int _order;

    public StandingBlockTests() => _admission = new RealtimeAdmission("me", _clock);

    [Fact]
    public void Real_time_calls_within_it_never_wait_for_the_flood()
    {
        List<double> refused = [];
        At(0, Renew);
        for (int i = 0; i < 300; i++)
        {
            string caller = $"batch-{i}";
            At(1 + (i * 0.01), () => Ask(caller));
        }

        // A call of ten seconds every four: three at once, fifteen in a minute.
        for (int second = 2; second < End; second += 4)
        {
            At(second, () => Enter(refused));
        }

        Run();

        Assert.Empty(refused);
        Assert.InRange(_batchServed, 60, int.MaxValue);
        Assert.InRange(_mostRunning, 5, Pool.MaxConcurrent);
    }

    private void Enter(List<double> refused)
    {
        if (_admission.TryEnter(Pool.Name, 0) is { } entry)
        {
            Send(entry.Dispose);
        }
        else
        {
            refused.Add((_clock.Now - HandClock.Origin).TotalSeconds);
        }
    }

    private void Renew()
    {
        FleetBlockAsk ask = _admission.Ask(Pool.Name, 4, 10, 0);
        FleetBlock block = Operate(fleet => fleet.Renew(ask, _clock.Now));
        _admission.Accept(block);
        At((block.RenewAt - _clock.Now).TotalSeconds, Renew);
    }

    private void Ask(string caller)
    {
        FleetTicket ticket = new() { InstanceId = caller, Number = 1, Pools = [Pool.Name], Tokens = 0, Class = CallClass.Batch, WorkStamp = HandClock.Origin };
        if (Operate(fleet => fleet.Acquire(ticket, _clock.Now)).Lease is not { } lease)
        {
            At(5, () => Ask(caller));
            return;
        }

        DateTimeOffset sent = _clock.Now;
        Send(() =>
        {
            _batchServed++;
            Operate(fleet => fleet.Release(lease.Id, new FleetOutcome { Kind = FleetOutcomeKind.Ended, SentAt = sent, Status = ModelSendStatus.Answered }, _clock.Now));
        });
    }

    private void Send(Action end)
    {
        _mostRunning = Math.Max(_mostRunning, ++_running);
        At(10, () =>
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

    private void Run()
    {
        while (_agenda.TryDequeue(out Action? action, out (DateTimeOffset Time, int Order) at) && at.Time < HandClock.Origin.AddSeconds(End))
        {
            _clock.Now = at.Time;
            action();
        }
    }

    private void At(double seconds, Action action) => _agenda.Enqueue(action, (_clock.Now.AddSeconds(seconds), _order++));
}
