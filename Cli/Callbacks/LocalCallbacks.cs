using Microsoft.Extensions.DependencyInjection;
using Workflows.Cli.Hosting;
using Workflows.Durable.Client;
using Workflows.Functions.Consultation;
using Workflows.Shared.Callbacks;
using Workflows.Shared.Consultation;

namespace Workflows.Cli.Callbacks;

/// <summary>The callbacks of a data folder, sent by a host in this process.</summary>
internal sealed class LocalCallbacks(RunningHost host, TimeProvider time) : ICallbacks
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(200);

    private readonly DurableTaskClient _client = host.Services.GetRequiredService<DurableTaskClient>();

    public async Task<IReadOnlyList<UndeliveredCallbackView>> ListAsync(CancellationToken cancellation) =>
        [.. (await CallbackDesk.ListAsync(_client, cancellation)).Select(UndeliveredCallbackView.Of)];

    /// <summary>Ends with the first attempt: the process that sends it must not end before.</summary>
    public async Task<ResentCallback?> ResendAsync(string deliveryId, CancellationToken cancellation)
    {
        if (await CallbackDesk.ResendAsync(_client, deliveryId, cancellation) is not { } id)
        {
            return null;
        }

        while (true)
        {
            OrchestrationMetadata? instance = await _client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellation);
            CallbackProgress? progress = instance?.SerializedCustomStatus is null ? null : instance.ReadCustomStatusAs<CallbackProgress>();
            if (progress is { Attempts: > 0 })
            {
                return new ResentCallback(progress.Delivered, progress.LastError, progress.NextAt);
            }

            if (instance is not { IsCompleted: false })
            {
                return new ResentCallback(false, instance?.FailureDetails?.ErrorMessage);
            }

            await Task.Delay(LookInterval, time, cancellation);
        }
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
