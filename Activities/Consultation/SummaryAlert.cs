using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workflows.Activities.Alerts;
using Workflows.Shared.Consultation;

namespace Workflows.Activities.Consultation;

/// <summary>
/// Tells a Slack webhook of summaries that took more than three seconds: at most once a minute, with their number and the worst time since
/// the message before. Whatever the webhook does never reaches the caller. Safe for many threads.
/// </summary>
public sealed partial class SummaryAlert : IDisposable
{
    /// <summary>What a summary may take.</summary>
    public static readonly TimeSpan Promise = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly SlackWebhook _slack;
    private readonly TimeProvider _time;
    private readonly ILogger<SummaryAlert> _logger;
    private readonly ITimer _timer;
    private int _late;
    private double _worst;
    private bool _waits;
    private bool _failed;
    private DateTimeOffset _notBefore;
    private Task _lastSend = Task.CompletedTask;

    /// <summary>An alert to the configured webhook, if there is one.</summary>
    /// <param name="options">The options.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Is told, once, when the webhook does not work.</param>
    public SummaryAlert(IOptions<ConsultationOptions> options, TimeProvider time, ILogger<SummaryAlert> logger)
        : this(options, time, logger, null)
    {
    }

    internal SummaryAlert(IOptions<ConsultationOptions> options, TimeProvider time, ILogger<SummaryAlert> logger, HttpMessageHandler? handler)
    {
        _slack = new SlackWebhook(options.Value.SlackWebhook, time, handler);
        _time = time;
        _logger = logger;
        _timer = time.CreateTimer(alert => ((SummaryAlert)alert!).Send(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The message that was sent last; ends, without an exception, when the webhook has answered or failed.</summary>
    internal Task LastSend
    {
        get
        {
            lock (_gate)
            {
                return _lastSend;
            }
        }
    }

    /// <summary>Takes in how long a summary took. Returns at once; nothing is thrown.</summary>
    /// <param name="seconds">From the request to the answer.</param>
    public void Report(double seconds)
    {
        if (!_slack.IsSet || !(seconds > Promise.TotalSeconds))
        {
            return;
        }

        lock (_gate)
        {
            _late++;
            _worst = Math.Max(_worst, seconds);
            if (_waits)
            {
                return;
            }

            _waits = true;
            TimeSpan wait = _notBefore - _time.GetUtcNow();
            _timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Ends the alert; what was not sent yet is not sent.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        _slack.Dispose();
    }

    private void Send()
    {
        lock (_gate)
        {
            (int late, double worst) = (_late, _worst);
            (_late, _worst, _waits) = (0, 0, false);
            _notBefore = _time.GetUtcNow() + Pause;
            _lastSend = SendAsync(late, worst);
        }
    }

    private async Task SendAsync(int late, double worst)
    {
        // The lock is held until here, and nobody who reports may wait for the network.
        await Task.Yield();
        string what = late == 1 ? "1 summary" : string.Create(CultureInfo.InvariantCulture, $"{late} summaries");
        string text = string.Create(CultureInfo.InvariantCulture, $"{what} took more than {Promise.TotalSeconds:0} s; the slowest took {worst:0.00} s.");
        if (await _slack.SendAsync(text) is { } why)
        {
            Failed(late, worst, why);
            return;
        }

        _failed = false;
    }

    /// <summary>What was not told is told with the next message.</summary>
    private void Failed(int late, double worst, string why)
    {
        lock (_gate)
        {
            _late += late;
            _worst = Math.Max(_worst, worst);
        }

        if (!_failed)
        {
            _failed = true;
            LogFailed(why);
        }
    }

    [LoggerMessage(EventId = 2202, Level = LogLevel.Warning, Message = "The Slack webhook (Consultations:SlackWebhook) does not work: {Why}. This is said once, until it works again.")]
    private partial void LogFailed(string why);
}
