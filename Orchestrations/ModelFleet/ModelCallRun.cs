using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Orchestrations.Fleet;

/// <summary>The course of one <see cref="ModelCall"/>. Orchestrator code: everything it knows of time and chance comes from the context.</summary>
internal sealed class ModelCallRun(TaskOrchestrationContext context, ModelCallRequest request)
{
    private const double LeastBudgetSeconds = 0.2;

    private readonly FleetDesk _desk = new(context, request);
    private readonly RetryPlan _plan = new();
    private readonly ModelCallLog _log = new();
    private Task<string>? _cancelled;
    private Task? _stop;

    private Task Stop => _stop!;

    private TimeSpan TimeLeft => request.Deadline.UtcDateTime - context.CurrentUtcDateTime;

    private double BudgetLeft => request.BudgetSeconds - _log.Seconds;

    public async Task<ModelCallResult> RunAsync()
    {
        using CancellationTokenSource end = new();
        _cancelled = context.WaitForExternalEvent<string>(ModelCall.CancelEvent, end.Token);
        _stop = Task.WhenAny(_cancelled, context.CreateTimer(request.Deadline.UtcDateTime, end.Token));
        try
        {
            return await TryAsync();
        }
        finally
        {
            // A timer left open would outlive the call.
            end.Cancel();
        }
    }

    private async Task<ModelCallResult> TryAsync()
    {
        for (int number = 1; ; number++)
        {
            if (BudgetLeft < LeastBudgetSeconds)
            {
                return _log.Result(ModelCallStatus.TimedOut, WithLastError(FormattableString.Invariant($"The call's budget of {request.BudgetSeconds:0.#} s is used up")));
            }

            DateTime asked = context.CurrentUtcDateTime;
            FleetAnswer? answer = await _desk.AdmitAsync(number, _plan, Stop);
            _log.Waited(context.CurrentUtcDateTime - asked);
            if (answer?.Lease is not { } lease)
            {
                return answer is null ? Stopped() : _log.Result(ModelCallStatus.Refused, answer.Refused);
            }

            if (await SendAsync(lease, number) is not { } outcome)
            {
                return Stopped();
            }

            RetryStep step = _plan.Next(outcome, lease.Pool, answer.Candidates, context.CurrentUtcDateTime, TimeLeft, Chance(), answer.ServedAt);
            if (step.End is { } status)
            {
                return _log.Result(status, step.Error ?? outcome.Error, outcome.Answer);
            }

            if (step.Delay > TimeSpan.Zero && !await RestAsync(step.Delay, lease.Pool, outcome.Status))
            {
                return Stopped();
            }
        }
    }

    /// <returns>How it went; null when the call was stopped meanwhile.</returns>
    private async Task<ModelSendOutcome?> SendAsync(FleetLease lease, int number)
    {
        ModelSend send = new()
        {
            Request = request,
            Lease = lease,
            Pool = lease.Pool,
            Attempt = number,
            Reason = _plan.Reason,
            Messages = _plan.Messages,
            UseResponseFormat = _plan.UsesResponseFormat(lease.Pool),
            TimeoutSeconds = Math.Min(BudgetLeft, lease.TimeoutSeconds),
            Deadline = request.Deadline,
        };
        context.SetCustomStatus($"asking {lease.Pool}");
        Task<ModelSendOutcome> sending = context.CallActivityAsync<ModelSendOutcome>(ModelSend.ActivityName, send, TagsOf(lease));
        await Task.WhenAny(sending, Stop);
        if (!sending.IsCompleted)
        {
            _log.Abandoned(lease.Pool, _plan.Reason);
            await _desk.AbandonAsync(lease);
            return null;
        }

        ModelSendOutcome outcome;
        FleetOutcome use;
        try
        {
            outcome = await sending;
            use = ToFleet(outcome);
        }
        catch (TaskFailedException broken)
        {
            outcome = new ModelSendOutcome { Status = ModelSendStatus.Failed, Error = broken.FailureDetails.ErrorMessage };
            use = new FleetOutcome { Kind = FleetOutcomeKind.Unknown, Status = ModelSendStatus.Failed };
        }

        _log.Ended(lease.Pool, outcome, _plan.Reason);
        await _desk.ReleaseAsync(lease, use);
        return outcome;
    }

    /// <summary>The send takes up what its pool's model runs on: where the class is full, it waits for that and nothing else.</summary>
    private static TaskOptions? TagsOf(FleetLease lease) =>
        lease.ResourceClass is { } name ? new TaskOptions(tags: new Dictionary<string, string> { [ResourceClass.Tag] = name }) : null;

    private static FleetOutcome ToFleet(ModelSendOutcome outcome)
    {
        int tokens = outcome.PromptTokens + outcome.CompletionTokens;
        return new FleetOutcome
        {
            // An earlier delivery of a stale activity may have sent.
            Kind = outcome.Status == ModelSendStatus.Stale ? FleetOutcomeKind.Unknown : outcome.SentAt is null ? FleetOutcomeKind.NotSent : FleetOutcomeKind.Ended,
            SentAt = outcome.SentAt,
            Tokens = outcome.Status == ModelSendStatus.Answered && tokens > 0 ? tokens : null,
            DurationSeconds = outcome.Seconds,
            Status = outcome.Status,
            HttpStatus = outcome.HttpStatus,
            RetryAfterSeconds = outcome.RetryAfterSeconds,
            ServerWaiting = outcome.ServerWaiting,
        };
    }

    /// <returns>False when the call was stopped meanwhile, or would be before the wait ends.</returns>
    private async Task<bool> RestAsync(TimeSpan delay, string pool, ModelSendStatus status)
    {
        if (delay >= TimeLeft)
        {
            return false;
        }

        context.SetCustomStatus(FormattableString.Invariant($"asks again in {delay.TotalSeconds:0} s, {pool}: {status}"));
        using CancellationTokenSource enough = new();
        Task timer = context.CreateTimer(delay, enough.Token);
        await Task.WhenAny(timer, Stop);
        if (!timer.IsCompleted)
        {
            enough.Cancel();
            return false;
        }

        return true;
    }

    private ModelCallResult Stopped() => _cancelled!.IsCompleted
        ? _log.Result(ModelCallStatus.Cancelled, "The call was abandoned.")
        : _log.Result(ModelCallStatus.TimedOut, WithLastError("The call's deadline has passed, or would before another request"));

    private string WithLastError(string end) => _log.LastError is { } error ? $"{end}. The last request: {error}" : $"{end}.";

    private double Chance() => context.NewGuid().ToByteArray()[0] / 256.0;
}
