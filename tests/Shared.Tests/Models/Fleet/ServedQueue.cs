using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Shared.Tests.Models.Fleet;

/// <summary>Batch calls of 20 s each that wait from the start for a server that takes so many at once and refuses the others, in virtual time; real-time calls may come between.</summary>
internal sealed class ServedQueue
{
    private const double Service = 20;

    private readonly FleetDouble _fleet = new(FleetDouble.Pool(concurrent: 8));
    private readonly PriorityQueue<Action, (double Time, int Order)> _agenda = new();
    private readonly Dictionary<string, Action> _waiting = [];
    private readonly Func<double, int> _atOnce;
    private double? _tick;
    private int _running;
    private int _order;

    public ServedQueue(int calls, Func<double, int> atOnce, double? realtimeEvery = null)
    {
        _atOnce = atOnce;
        for (int i = 0; i < calls; i++)
        {
            string caller = $"batch{i:000}";
            At(i * 0.001, () => Ask(caller, 1, CallClass.Batch, 0));
        }

        for (int i = 1; realtimeEvery * i < 300; i++)
        {
            string caller = $"now{i}";
            double came = realtimeEvery!.Value * i;
            At(came, () => Ask(caller, 1, CallClass.Realtime, came));
        }
    }

    public int Served { get; private set; }

    public int Refused { get; private set; }

    public double Ended { get; private set; }

    public List<double> RealtimeWaits { get; } = [];

    public void Run()
    {
        while (_agenda.TryDequeue(out Action? action, out (double Time, int Order) at))
        {
            _fleet.Clock = at.Time;
            action();
        }
    }

    private void Ask(string caller, int number, CallClass callClass, double came)
    {
        FleetTicket ticket = FleetDouble.Ticket(caller, @class: callClass) with { Number = number };
        if (_fleet.State.Leases.Exists(lease => lease.Id == ticket.Id))
        {
            return;
        }

        FleetAnswer answer = _fleet.Acquire(ticket);
        Pass(answer.Invitations);
        if (answer.Lease is not { } lease)
        {
            _waiting[ticket.Id] = () => Ask(caller, number, callClass, came);
            return;
        }

        _waiting.Remove(ticket.Id);
        double sent = _fleet.Clock;
        if (_running >= _atOnce(sent))
        {
            Refused++;
            At(sent + 0.05, () =>
            {
                Pass(_fleet.End(lease, FleetDouble.Sent(sent) with { Status = ModelSendStatus.RateLimited, HttpStatus = 429 }));
                At(_fleet.Clock + 1, () => Ask(caller, number + 1, callClass, came));
            });
            return;
        }

        if (callClass == CallClass.Realtime)
        {
            RealtimeWaits.Add(sent - came);
        }

        _running++;
        At(sent + Service, () =>
        {
            _running--;
            Served++;
            Ended = _fleet.Clock;
            Pass(_fleet.End(lease, FleetDouble.Sent(sent) with { Status = ModelSendStatus.Answered, HttpStatus = 200 }));
        });
    }

    private void Pass(IEnumerable<FleetInvitation> invitations)
    {
        foreach (FleetInvitation invitation in invitations)
        {
            At(_fleet.Clock + 0.02, () => _waiting.GetValueOrDefault(invitation.TicketId)?.Invoke());
        }

        if (_fleet.NextChange() is { } next && (_tick is null || next < _tick || _tick <= _fleet.Clock))
        {
            _tick = next;
            At(next, () =>
            {
                if (_tick == next)
                {
                    _tick = null;
                    Pass(_fleet.TickAll());
                }
            });
        }
    }

    private void At(double time, Action action) => _agenda.Enqueue(action, (time, _order++));
}
