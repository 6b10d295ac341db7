using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workflows.Activities.Alerts;
using Workflows.Shared.Debate;

namespace Workflows.Activities.Debate;

/// <summary>Tells a Slack webhook of rollbacks, and again a few times within half an hour when it does not take the message. Whatever the webhook does never reaches the caller. Safe for many threads.</summary>
public sealed partial class RolloutAlert : IDisposable
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(20)];

    private readonly SlackWebhook _slack;
    private readonly TimeProvider _time;
    private readonly ILogger<RolloutAlert> _logger;
    private readonly CancellationTokenSource _end = new();
    private readonly CancellationToken _ended;

    /// <summary>An alert to the configured webhook, if there is one.</summary>
    /// <param name="options">The options.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Is told when the webhook took no message.</param>
    public RolloutAlert(IOptions<DebateOptions> options, TimeProvider time, ILogger<RolloutAlert> logger)
        : this(options, time, logger, null)
    {
    }

    internal RolloutAlert(IOptions<DebateOptions> options, TimeProvider time, ILogger<RolloutAlert> logger, HttpMessageHandler? handler)
    {
        ArgumentNullException.ThrowIfNull(options);
        _slack = new SlackWebhook(options.Value.SlackWebhook, time, handler);
        _time = time;
        _logger = logger;
        _ended = _end.Token;
    }

    /// <summary>The message that was told last; ends, without an exception, when the webhook took it or it was given up.</summary>
    internal Task LastSend { get; private set; } = Task.CompletedTask;

    /// <summary>Tells of a rollback. Returns at once; nothing is thrown.</summary>
    /// <param name="cause"><c>gate</c>, <c>time</c>, <c>operator</c>.</param>
    /// <param name="reason">Why, in a sentence.</param>
    public void RolledBack(string cause, string reason)
    {
        if (_slack.IsSet)
        {
            // Away from the entity's thread, which must not wait for the network.
            LastSend = Task.Run(() => TellAsync($"Debates were rolled back to run in sequence ({cause}). {reason} See: workflows rollout."));
        }
    }

    /// <summary>Ends the alert; what was not taken yet is not sent again.</summary>
    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
        _slack.Dispose();
    }

    private async Task TellAsync(string text)
    {
        try
        {
            string? why = await _slack.SendAsync(text);
            for (int i = 0; why is not null && i < Waits.Length; i++)
            {
                await Task.Delay(Waits[i], _time, _ended);
                why = await _slack.SendAsync(text);
            }

            if (why is not null)
            {
                LogFailed(why);
            }
        }
        catch (OperationCanceledException)
        {
            LogFailed("the host stopped before it did");
        }
    }

    [LoggerMessage(EventId = 2302, Level = LogLevel.Warning, Message = "The Slack webhook (Debates:SlackWebhook) was not told of a rollback: {Why}.")]
    private partial void LogFailed(string why);
}
