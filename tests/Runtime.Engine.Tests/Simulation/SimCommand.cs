using Workflows.Durable;
using Workflows.Durable.Client;

namespace Workflows.Runtime.Engine.Simulation;

/// <summary>Something that a client does at a moment of a run. Doing it twice is as good as once.</summary>
internal sealed record SimCommand(TimeSpan At, string Instance, string Verb, object? Argument = null)
{
    public async Task RunAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        switch (Verb)
        {
            case "start":
                StartOrchestrationOptions options = new(Instance)
                {
                    DedupeStatuses = [.. Enum.GetNames<OrchestrationRuntimeStatus>()],
                };
                try
                {
                    await client.ScheduleNewOrchestrationInstanceAsync("script", Argument, options, cancellation);
                }
                catch (Client.OrchestrationAlreadyExistsException)
                {
                    // The start before a crash was durable.
                }

                break;
            case "raise":
                await client.RaiseEventAsync(Instance, (string)Argument!, $"payload of {Argument}", cancellation);
                break;
            case "suspend":
                await client.SuspendInstanceAsync(Instance, "simulated", cancellation);
                break;
            default:
                await client.ResumeInstanceAsync(Instance, "simulated", cancellation);
                break;
        }
    }
}
