using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Workflows.FunctionsWorker;
using Workflows.Runtime.Engine.HostTables;
using Workflows.Runtime.Host.Discovery;
using Workflows.Runtime.Host.Queues;
using Workflows.Runtime.Host.Timers;

namespace Workflows.Runtime.Host.Triggers;

/// <summary>The timer and queue functions of an application: checked before anything starts, begun after the engine, ended before it.</summary>
internal sealed class HostTriggers
{
    private readonly IConfiguration _configuration;
    private readonly QueueRoutes _routes;
    private readonly List<(HostFunction Function, ITimerSchedule Schedule)> _timers = [];
    private readonly List<(HostFunction Function, QueueRoute Route, string? Poison)> _queues = [];
    private Task _running = Task.CompletedTask;

    /// <param name="functions">The functions.</param>
    /// <param name="configuration">Settings in schedules and names.</param>
    /// <param name="routes">Finds queues.</param>
    /// <param name="passesOver">True to pass over those that cannot be run: they are switched off, and only looked at.</param>
    /// <exception cref="HostStartException">A schedule, a queue's name or a connection cannot be used; the message has a line for each fault.</exception>
    public HostTriggers(IReadOnlyList<HostFunction> functions, IConfiguration configuration, QueueRoutes routes, bool passesOver = false)
    {
        _configuration = configuration;
        _routes = routes;
        List<string> faults = [];
        foreach (HostFunction function in functions)
        {
            try
            {
                Add(function);
            }
            catch (FormatException fault)
            {
                faults.Add($"{function.EntryPoint}: {fault.Message}");
            }
        }

        if (faults.Count > 0 && !passesOver)
        {
            throw new HostStartException(faults.Count == 1 ? faults[0] : $"{faults.Count} functions cannot be run:\n- {string.Join("\n- ", faults)}");
        }
    }

    /// <summary>The timer functions and their schedules.</summary>
    public IReadOnlyList<(HostFunction Function, ITimerSchedule Schedule)> Timers => _timers;

    /// <summary>The queue functions, their queues and where messages go that cannot be worked on.</summary>
    public IReadOnlyList<(HostFunction Function, QueueRoute Route, string? Poison)> Queues => _queues;

    /// <summary>Begins to run the functions.</summary>
    /// <exception cref="Engine.Journal.JournalException">The data file cannot be used.</exception>
    public async Task StartAsync(TriggerRuns runs, QueueSettings settings, HostTables tables, TimeProvider time, ILogger logger, CancellationToken stopping)
    {
        TimerLoop[] loops = [.. _timers.Select(timer => new TimerLoop(timer.Function, timer.Schedule, tables, time, logger))];
        foreach (TimerLoop loop in loops)
        {
            await loop.PrepareAsync();
        }

        List<QueueListener> listeners = [];
        HashSet<IQueueStore> stores = [];
        foreach ((HostFunction function, QueueRoute route, string? poison) in _queues)
        {
            if (stores.Add(route.Store))
            {
                await route.Store.ReclaimAsync();
            }

            listeners.Add(new QueueListener(function, route, poison, settings, logger));
        }

        _running = Task.WhenAll([
            .. loops.Select(loop => Task.Run(() => loop.RunAsync(runs, stopping), CancellationToken.None)),
            .. listeners.Select(listener => Task.Run(() => listener.RunAsync(runs, stopping), CancellationToken.None)),
        ]);
    }

    /// <summary>Ends when, after the stop was asked for, the last run has ended.</summary>
    public Task EndAsync() => _running;

    private void Add(HostFunction function)
    {
        foreach (QueueOutput output in function.Outputs)
        {
            _ = _routes.Find(output.Attribute.Connection, output.Attribute.QueueName);
        }

        switch (function.Trigger)
        {
            case TimerTriggerAttribute timer:
                string schedule = SettingText.Resolve(timer.Schedule, _configuration);
                _timers.Add((function, Read(schedule)));
                break;
            case QueueTriggerAttribute queue:
                QueueRoute route = _routes.Find(queue.Connection, queue.QueueName);
                _queues.Add((function, route, QueueName.PoisonOf(route.Queue)));
                break;
        }
    }

    private static ITimerSchedule Read(string schedule)
    {
        try
        {
            return TimerSchedules.Parse(schedule);
        }
        catch (FormatException e)
        {
            throw new FormatException($"the schedule '{schedule}' cannot be read: {e.Message}");
        }
    }
}
