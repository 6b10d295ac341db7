using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Orchestrations.Fleet;

/// <summary>A call's dealings with the fleet's entity: asks, waits to be invited, releases, and sends on what the entity answers.</summary>
internal sealed class FleetDesk(TaskOrchestrationContext context, ModelCallRequest request)
{
    private const double PollSeconds = 60;
    private const double PollJitter = 0.2;

    private readonly DateTimeOffset _began = new(DateTime.SpecifyKind(context.CurrentUtcDateTime, DateTimeKind.Utc));
    private EntityInstanceId _fleet = ModelFleet.IdOf(request.FleetKey);

    /// <summary>Asks until there is a lease.</summary>
    /// <returns>An answer with a lease or a refusal; null when the call was stopped meanwhile, and then nothing is left of the ticket.</returns>
    public async Task<FleetAnswer?> AdmitAsync(int number, RetryPlan plan, Task stop)
    {
        string ticket = FleetTicket.IdOf(context.InstanceId, number);
        FleetAsk ask = new()
        {
            InstanceId = context.InstanceId,
            Number = number,
            Task = request.Task,
            PromptTokens = request.PromptTokens,
            Tokens = request.PromptTokens + request.MaxOutputTokens,
            Class = request.Class,
            WorkStamp = request.WorkStamp ?? _began,
            Only = plan.Only,
            Avoid = plan.Avoid,
        };
        while (!stop.IsCompleted)
        {
            Task<FleetAnswer> asking = context.Entities.CallEntityAsync<FleetAnswer>(_fleet, nameof(ModelFleet.Acquire), ask);
            await Task.WhenAny(asking, stop);
            if (!asking.IsCompleted)
            {
                break;
            }

            FleetAnswer answer = await asking;
            context.Deliver(answer.Invitations);
            if (answer.Elsewhere is { } key && !stop.IsCompleted)
            {
                // Nothing is kept of the ticket here, and the call's further requests begin there.
                _fleet = ModelFleet.IdOf(key);
                continue;
            }

            if (answer.Refused is not null || (answer.Lease is not null && !stop.IsCompleted))
            {
                return answer;
            }

            if (!stop.IsCompleted)
            {
                ask = ask with { Arrival = answer.Arrival };
                context.SetCustomStatus(answer.Waits ?? "waits for a model");
                await WaitForNewsAsync(ticket, answer.ComeAgainAt, stop);
            }
        }

        context.Deliver(await TellAsync(nameof(ModelFleet.Withdraw), ticket));
        return null;
    }

    /// <summary>Ends a lease whose request has ended.</summary>
    public async Task ReleaseAsync(FleetLease lease, FleetOutcome outcome) =>
        context.Deliver(await TellAsync(nameof(ModelFleet.Release), new FleetRelease { LeaseId = lease.Id, Outcome = outcome }));

    /// <summary>Ends a lease whose request is still under way; it keeps its slot a moment longer, so nobody is invited yet.</summary>
    public Task AbandonAsync(FleetLease lease) => context.Entities.SignalEntityAsync(
        _fleet,
        nameof(ModelFleet.Release),
        new FleetRelease { LeaseId = lease.Id, Outcome = new FleetOutcome { Kind = FleetOutcomeKind.Abandoned } });

    private async Task WaitForNewsAsync(string ticket, DateTimeOffset? comeAgainAt, Task stop)
    {
        double jitter = 1 + (PollJitter * ((context.NewGuid().ToByteArray()[0] / 128.0) - 1));
        DateTime poll = comeAgainAt?.UtcDateTime ?? context.CurrentUtcDateTime.AddSeconds(PollSeconds * jitter);
        using CancellationTokenSource enough = new();
        Task timer = context.CreateTimer(poll, enough.Token);
        Task invited = context.WaitForExternalEvent<string>(FleetInvitation.EventName(ticket), enough.Token);
        await Task.WhenAny(invited, timer, stop);
        enough.Cancel();
    }

    private async Task<IReadOnlyList<FleetInvitation>> TellAsync(string operation, object input)
    {
        try
        {
            return await context.Entities.CallEntityAsync<List<FleetInvitation>>(_fleet, operation, input) ?? [];
        }
        catch (EntityOperationFailedException)
        {
            // The answer is there and the lease ends by itself: what the fleet failed to note must not cost the caller the answer.
            return [];
        }
    }
}
