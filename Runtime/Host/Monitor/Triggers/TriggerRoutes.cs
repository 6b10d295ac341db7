using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Workflows.FunctionsWorker;
using Workflows.Runtime.Engine;
using Workflows.Runtime.Engine.HostTables;
using Workflows.Runtime.Host.Discovery;
using Workflows.Runtime.Host.Monitor.Http;
using Workflows.Runtime.Host.Queues;
using Workflows.Runtime.Host.Timers;
using Workflows.Runtime.Host.Triggers;

namespace Workflows.Runtime.Host.Monitor.Triggers;

/// <summary>Shows timers and queues, and what the engine has in hand.</summary>
/// <param name="engine">The engine.</param>
/// <param name="on">The triggers that run.</param>
/// <param name="off">Those of functions that are switched off.</param>
/// <param name="tables">Where the timers' times are.</param>
/// <param name="configuration">Settings in schedules.</param>
internal sealed class TriggerRoutes(DurableEngine engine, HostTriggers on, HostTriggers off, HostTables tables, IConfiguration configuration)
{
    public void Map(MonitorApi api) => api.Get("/triggers", ShowAsync);

    private async Task<IResult> ShowAsync(MonitorRequest request)
    {
        List<TimerItem> timers = [];
        List<QueueItem> queues = [];
        foreach ((HostTriggers triggers, bool disabled) in new[] { (on, false), (off, true) })
        {
            foreach ((HostFunction function, ITimerSchedule schedule) in triggers.Timers)
            {
                timers.Add(await TimerAsync(function, schedule, disabled));
            }

            foreach ((HostFunction function, QueueRoute route, string? poison) in triggers.Queues)
            {
                queues.Add(await QueueAsync(function, route, poison, disabled, request.Aborted));
            }
        }

        return MonitorJson.Of(new TriggersAnswer
        {
            Timers = timers,
            Queues = queues,
            Activities = new ActivityItem(engine.Core.Activities.Running, engine.Core.Activities.Waiting, engine.Core.ActivityLimit),
            Inbox = engine.Journal.Read(session => (long)session.Scalar("SELECT COUNT(*) FROM inbox")!),
            TimersArmed = engine.Core.Armed,
            NextTimer = engine.Core.NextDue,
            Resident = engine.Core.Resident,
            Now = engine.Core.Now(),
        });
    }

    private async Task<TimerItem> TimerAsync(HostFunction function, ITimerSchedule schedule, bool disabled)
    {
        TimerStatus? status = await tables.ReadAsync(session => TimerStatusTable.Read(session, function.Name));
        return new TimerItem(
            function.Name, SettingText.Resolve(((TimerTriggerAttribute)function.Trigger).Schedule, configuration), status?.Last,
            disabled ? null : status?.Next ?? schedule.After(engine.Core.Now()), disabled);
    }

    private static async Task<QueueItem> QueueAsync(HostFunction function, QueueRoute route, string? poison, bool disabled, CancellationToken cancellationToken)
    {
        QueueItem item = new()
        {
            Queue = route.Queue,
            Function = function.Name,
            Store = route.Store.IsAccount ? "storage" : "dataFile",
            Poison = poison,
            Disabled = disabled,
        };
        try
        {
            QueueLengths lengths = await route.Store.LengthsAsync(route.Queue, cancellationToken);
            QueueLengths? aside = poison is null ? null : await route.Store.LengthsAsync(poison, cancellationToken);
            return item with { Length = lengths.Ready, Hidden = lengths.Hidden, Oldest = lengths.Oldest, PoisonLength = aside is null ? null : aside.Ready + (aside.Hidden ?? 0) };
        }
        catch (Azure.RequestFailedException e)
        {
            return item with { Error = $"The storage account does not answer ({e.ErrorCode ?? "no connection"})." };
        }
    }
}
