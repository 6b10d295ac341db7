using Workflows.Shared.Models.Fleet;

namespace Workflows.Shared.Tests.Models.Fleet;

/// <summary>
/// A queue of calls of 20 s each on a pool of eight, in virtual time; after 30 s every other one of those that wait disappears. They do not
/// withdraw: the fleet learns of it only by offers that nobody claims.
/// </summary>
internal sealed class FleetQueue(int calls, QueueLoss loss)
{
    private const double Service = 20;
    private const double Hop = 0.02;

    private readonly FleetDouble _fleet = new(FleetDouble.Pool(concurrent: 8));
    private readonly PriorityQueue<Action, (double Time, int Order)> _agenda = new();
    private readonly HashSet<string> _lost = [];
    private readonly HashSet<string> _sent = [];
    private double? _tick;
    private int _order;

    /// <summary>How many calls were served.</summary>
    public int Served => _sent.Count;

    /// <summary>When the last of them ended, in seconds.</summary>
    public double Ended { get; private set; }

    public void Run()
    {
        for (int i = 0; i < calls; i++)
        {
            string caller = $"c{i:000}";
            At(i * 0.001, () => Ask(caller));
        }

        if (loss != QueueLoss.None)
        {
            At(30, () => _lost.UnionWith(_fleet.State.Tickets.Where(ticket => ticket.OfferedPool is null).Select(ticket => ticket.InstanceId).Order().Where((_, i) => i % 2 == 0)));
        }

        while (_agenda.TryDequeue(out Action? action, out (double Time, int Order) at))
        {
            _fleet.Clock = at.Time;
            action();
        }
    }

    private void Ask(string caller)
    {
        if (_lost.Contains(caller) || _sent.Contains(caller))
        {
            return;
        }

        FleetAnswer answer = _fleet.Acquire(caller);
        Pass(answer.Invitations.Select(invitation => invitation.InstanceId));
        if (answer.Lease is not { } lease)
        {
            At(_fleet.Clock + 60, () => Ask(caller));
            return;
        }

        _sent.Add(caller);
        double sent = _fleet.Clock;
        At(sent + Service, () =>
        {
            Ended = _fleet.Clock;
            Pass(_fleet.Release(lease, FleetDouble.Sent(sent)));
        });
    }

    private void Pass(IEnumerable<string> invited)
    {
        foreach (string caller in invited)
        {
            At(_fleet.Clock + Hop, () => Ask(caller));
        }

        if (_fleet.NextChange() is { } next && (_tick is null || next < _tick || _tick <= _fleet.Clock))
        {
            _tick = next;
            At(next, () =>
            {
                if (_tick == next)
                {
                    _tick = null;
                    Pass(_fleet.Tick());
                }
            });
        }
    }

    private void At(double time, Action action) => _agenda.Enqueue(action, (time, _order++));
}
