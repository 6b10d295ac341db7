using Workflows.Durable;
using Workflows.Durable.Client;

namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>What the tests of rewinding share: activities of which one is broken, and a word on which have run.</summary>
public abstract class RewindScenario
{
    private volatile bool _broken = true;

    /// <summary>The steps that activities have taken, in order; hold it to look while they run.</summary>
    private protected List<string> Ran { get; } = [];

    /// <summary>Whether the activity "bad" fails.</summary>
    private protected bool Broken
    {
        get => _broken;
        set => _broken = value;
    }

    private protected async Task HasRunAsync(string step)
    {
        while (true)
        {
            lock (Ran)
            {
                if (Ran.Contains(step))
                {
                    return;
                }
            }

            await Task.Yield();
        }
    }

    private protected static async Task WaitsForAsync(TestEngine engine, string id, params string[] what)
    {
        while (!engine.Engine.Core.WaitsFor(id).ToHashSet().SetEquals(what))
        {
            await Task.Yield();
        }
    }

    private protected async Task<OrchestrationMetadata> RewindAsync(TestEngine engine, string id)
    {
        Broken = false;
        await engine.Client.RewindInstanceAsync(id, "mended", TestContext.Current.CancellationToken);
        return await engine.EndOfAsync(id);
    }

    private protected DurableTaskRegistry Activities(DurableTaskRegistry registry) => registry
        .AddActivityFunc<string, string>("good", (_, input) => Note(input, fails: false))
        .AddActivityFunc<string, string>("bad", (_, input) => Note(input, Broken));

    private protected string Note(string step, bool fails)
    {
        lock (Ran)
        {
            Ran.Add(step);
        }

        return fails ? throw new InvalidOperationException("broken") : step;
    }
}
