using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Activities.Debate;
using Workflows.Durable.Client;
using Workflows.Orchestrations.Debate;
using Workflows.Runtime.Host;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Functions.Debate;

/// <summary>The rollout's figures of a host that has just started.</summary>
public sealed class RolloutStartTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("workflows-rollout-").FullName;
    private readonly ConcurrentQueue<(object? Scope, string Said)> _seen = [];
    private readonly MeterListener _listener;

    public RolloutStartTests()
    {
        _listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == DebateMetrics.MeterName)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
            _seen.Enqueue((instrument.Meter.Scope, FormattableString.Invariant($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => tag.Value))} {value}"))));
        _listener.Start();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_the_rollout_has_begun_they_say_so()
    {
        await using TestApp app = await StartAsync();

        Assert.Contains("workflows.debates.rollout.status not_begun 1", Seen(app));
    }

    [Fact]
    public async Task A_rollout_that_was_rolled_back_is_so_from_the_start()
    {
        await using (TestApp before = await StartAsync())
        {
            await SignalAsync(before, nameof(DebateRollout.Choose), new RolloutAsk("debate", 3));
            await SignalAsync(before, nameof(DebateRollout.RollBack), "a bad feeling");
        }

        await using TestApp app = await StartAsync();

        Assert.Contains("workflows.debates.rollout.status rolled_back 1", Seen(app));
        Assert.DoesNotContain(Seen(app), said => said.Contains("rollbacks", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _listener.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private static async Task SignalAsync(TestApp app, string operation, object input)
    {
        await app.Client.Entities.SignalEntityAsync(DebateRollout.Id, operation, input, cancellation: Stop);
        await app.Engine.Core.Work.WhenIdleAsync(Stop);
    }

    private string[] Seen(TestApp app) => [.. _seen.Where(one => one.Scope == app.Services.GetRequiredService<IMeterFactory>()).Select(one => one.Said)];

    private Task<TestApp> StartAsync() => TestApp.StartAsync(configure: builder => builder.ConfigureEmbeddedHost(options => options.DataFolder = _data));
}
