using Microsoft.Extensions.DependencyInjection;
using Workflows.Durable;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Engine.Testing;

namespace Workflows.Runtime.Engine.Simulation;

/// <summary>One run of a plan on real engines and real files in controlled time, killed and taken up again as often as it is told.</summary>
internal sealed class SimRun(SimPlan plan, string folder)
{
    private readonly VirtualTime _time = new();
    private readonly List<SimHistory> _seen = [];
    private int _files;
    private int _done;

    /// <summary>Histories as they were after each crash.</summary>
    public IReadOnlyList<SimHistory> Seen => _seen;

    private string DataFile => Path.Combine(folder, $"{_files}", "sim.db");

    /// <summary>Runs to the end.</summary>
    /// <param name="faults">One for each engine, the last one of which lets it live.</param>
    /// <param name="cancellation">Ends the run.</param>
    public async Task<SimFile> RunAsync(IReadOnlyList<SimFaults> faults, CancellationToken cancellation)
    {
        DateTimeOffset start = _time.GetUtcNow();
        foreach (SimFaults fault in faults)
        {
            bool isOver = await LiveAsync(fault, start, cancellation);
            if (isOver)
            {
                break;
            }

            _seen.Add((await SimFile.ReadAsync(DataFile)).History);
        }

        return await SimFile.ReadAsync(DataFile);
    }

    /// <returns>False when the engine was killed: the data file is then as the dead process left it.</returns>
    private async Task<bool> LiveAsync(SimFaults faults, DateTimeOffset start, CancellationToken cancellation)
    {
        DurableEngineOptions options = new()
        {
            DataFile = DataFile, FullSync = false, MaxResidentInstances = plan.MaxResident, MaxConcurrentActivities = plan.MaxActivities, MaxConcurrentOrchestrations = 2,
            MaxConcurrentEntities = 2, ReplayEveryTurn = Environment.GetEnvironmentVariable("Workflows__ReplayEveryTurn") == "true",
        };
        if (plan.MaxActivities > 2)
        {
            options.ResourceClasses["gpu"] = 1;
            options.ResourceClasses["cpu"] = 2;
        }

        DurableTaskRegistry registry = new();
        SimTasks.Register(registry);
        await using ServiceProvider services = new ServiceCollection().BuildServiceProvider();
        DurableEngine? engine = null;
        try
        {
            engine = new DurableEngine(options, _time, faults);
            engine.Start(registry, services);
            while (!faults.Struck.IsCompleted && await GoOnAsync(engine, start, faults, cancellation))
            {
            }
        }
        catch (JournalException) when (faults.Struck.IsCompleted)
        {
            // The process died under the call.
        }
        finally
        {
            if (faults.Struck.IsCompleted)
            {
                await CopyAsync(engine);
            }

            if (engine is not null)
            {
                await engine.DisposeAsync();
            }
        }

        return !faults.Struck.IsCompleted;
    }

    /// <returns>False when all is done.</returns>
    private async Task<bool> GoOnAsync(DurableEngine engine, DateTimeOffset start, SimFaults faults, CancellationToken cancellation)
    {
        await Task.WhenAny(engine.Core.Work.WhenIdleAsync(cancellation), faults.Struck);
        cancellation.ThrowIfCancellationRequested();
        if (faults.Struck.IsCompleted)
        {
            return false;
        }

        DateTimeOffset now = _time.GetUtcNow();
        DateTimeOffset? due = engine.Core.NextDue;
        if (_done < plan.Commands.Count)
        {
            SimCommand command = plan.Commands[_done];
            if (start + command.At <= now)
            {
                await DoAsync(command, engine, faults, cancellation);
                return true;
            }

            due = due is null || due > start + command.At ? start + command.At : due;
        }

        if (due is null)
        {
            return !engine.Core.Work.IsIdle || engine.Core.NextDue is not null;
        }

        if (due > now)
        {
            _time.Advance(due.Value - now);
        }
        else
        {
            // The timer rings by itself at once.
            await Task.Yield();
        }

        return true;
    }

    private async Task DoAsync(SimCommand command, DurableEngine engine, SimFaults faults, CancellationToken cancellation)
    {
        try
        {
            await command.RunAsync(engine.Client, cancellation);
            _done++;
        }
        catch (JournalException) when (!faults.Struck.IsCompleted)
        {
            // The transaction failed: the client tries again.
        }
    }

    private async Task CopyAsync(DurableEngine? engine)
    {
        if (engine is not null)
        {
            // The transaction that was being written when the process died has come to its end after this one.
            await Assert.ThrowsAsync<JournalException>(() => engine.Journal.CommitAsync(_ => { }));
        }

        string from = DataFile;
        _files++;
        Directory.CreateDirectory(Path.GetDirectoryName(DataFile)!);
        foreach (string suffix in new[] { "", "-wal" })
        {
            if (File.Exists(from + suffix))
            {
                File.Copy(from + suffix, DataFile + suffix);
            }
        }
    }
}
