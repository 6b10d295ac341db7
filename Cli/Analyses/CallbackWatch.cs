using Workflows.Durable.Client;
using Workflows.Shared.Callbacks;
using Workflows.Shared.Consultation;

namespace Workflows.Cli.Analyses;

/// <summary>Waits for the callback of a finished batch, and says how it stands.</summary>
internal sealed class CallbackWatch(DurableTaskClient client, TimeProvider hostTime, CliServices services)
{
    /// <summary>A receiver that is only restarting takes it within that; for one that is away for hours nobody sits and waits.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits until it is delivered, given up, or a minute is over.</summary>
    public async Task<bool> IsDeliveredAsync(CallbackDelivery callback, CancellationToken stop)
    {
        long began = hostTime.GetTimestamp();
        while (true)
        {
            OrchestrationMetadata? delivery = await client.GetInstanceAsync(callback.InstanceId, getInputsAndOutputs: true, stop);
            CallbackProgress? progress = delivery?.SerializedCustomStatus is null ? null : delivery.ReadCustomStatusAs<CallbackProgress>();
            bool isOver = delivery is { IsCompleted: true } || hostTime.GetElapsedTime(began) > Patience;
            if (progress is { Delivered: true } || isOver)
            {
                services.Console.Say(Words(progress, delivery is { IsCompleted: true }));
                return progress is { Delivered: true };
            }

            await Task.Delay(LookInterval, services.Time, stop);
        }
    }

    private static string Words(CallbackProgress? progress, bool isGivenUp) => progress switch
    {
        { Delivered: true } => "the callback is delivered",
        { Attempts: > 0 } when isGivenUp => $"the callback was given up after {progress.Attempts} attempts: {progress.LastError} It is listed by: workflows callbacks",
        { Attempts: > 0 } => $"the callback is not delivered yet ({progress.Attempts} attempts): {progress.LastError} It is sent again, for a day, while a host runs on the data folder: give the same command again, or: workflows serve",
        _ => "the callback has not been sent yet; it is while a host runs on the data folder: give the same command again, or: workflows serve",
    };
}
