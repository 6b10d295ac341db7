using Workflows.Cli.Callbacks;
using Workflows.Cli.Runs;
using Workflows.Shared.Consultation;

namespace Workflows.Cli.Tests;

/// <summary>Undelivered callbacks that are only remembered.</summary>
internal sealed class FakeCallbacks : IPlaceSource<ICallbacks>, ICallbacks
{
    public List<UndeliveredCallbackView> Listed { get; } = [];

    public Dictionary<string, ResentCallback> Resent { get; } = [];

    public List<(RunTarget Target, bool RunsWork)> Opened { get; } = [];

    public Task<ICallbacks?> OpenAsync(RunTarget target, bool runsWork, CancellationToken cancellation)
    {
        Opened.Add((target, runsWork));
        return Task.FromResult<ICallbacks?>(this);
    }

    public Task<IReadOnlyList<UndeliveredCallbackView>> ListAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<UndeliveredCallbackView>>(Listed);

    public Task<ResentCallback?> ResendAsync(string deliveryId, CancellationToken cancellation) => Task.FromResult(Resent.GetValueOrDefault(deliveryId));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
