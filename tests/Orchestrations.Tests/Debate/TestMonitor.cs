using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Workflows.Activities.Debate;
using Workflows.Shared.Debate;

namespace Workflows.Orchestrations.Tests.Debate;

/// <summary>Makes monitors of the rollout, without Slack.</summary>
internal static class TestMonitor
{
    public static RolloutMonitor Of(ILogger<RolloutMonitor>? logger = null) => new(
        new DebateMetrics(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>()),
        new RolloutAlert(Options.Create(new DebateOptions()), TimeProvider.System, NullLogger<RolloutAlert>.Instance),
        logger ?? NullLogger<RolloutMonitor>.Instance);
}
