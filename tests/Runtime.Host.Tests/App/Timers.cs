using Workflows.FunctionsWorker;

namespace Workflows.Runtime.Host.App;

/// <summary>Timer functions.</summary>
internal sealed class Timers(Desk desk)
{
    [Function("Quarter")]
    public Task Quarter([TimerTrigger("0 */15 * * * *")] TimerInfo timer, CancellationToken cancellationToken) => desk.RunAsync("Quarter", timer, cancellationToken);

    [Function("Daily")]
    public Task Daily([TimerTrigger("%Timers:Daily%")] TimerInfo timer, CancellationToken cancellationToken) => desk.RunAsync("Daily", timer, cancellationToken);

    [Function("Every20Minutes")]
    public Task Every20Minutes([TimerTrigger("00:20:00")] TimerInfo timer, CancellationToken cancellationToken) => desk.RunAsync("Every20Minutes", timer, cancellationToken);

    [Function("Unwatched")]
    public Task Unwatched([TimerTrigger("0 0 * * * *", UseMonitor = false)] TimerInfo timer, CancellationToken cancellationToken) =>
        desk.RunAsync("Unwatched", timer, cancellationToken);

    [Function("AtStart")]
    public Task AtStart([TimerTrigger("0 0 0 29 2 *", RunOnStartup = true)] TimerInfo timer, CancellationToken cancellationToken) =>
        desk.RunAsync("AtStart", timer, cancellationToken);

    [Function("Stubborn")]
    [FixedDelayRetry(2, "00:00:10")]
    public Task Stubborn([TimerTrigger("0 0 6 * * *")] TimerInfo timer, FunctionContext context, CancellationToken cancellationToken) =>
        desk.RunAsync("Stubborn", (context.RetryContext.RetryCount, context.RetryContext.MaxRetryCount), cancellationToken);

    [Function("Patient")]
    [ExponentialBackoffRetry(-1, "00:00:04", "00:00:10")]
    public Task Patient([TimerTrigger("0 0 9 * * *")] TimerInfo timer, FunctionContext context, CancellationToken cancellationToken) =>
        desk.RunAsync("Patient", context.RetryContext.RetryCount, cancellationToken);
}
