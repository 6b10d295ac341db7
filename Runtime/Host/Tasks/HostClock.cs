using Microsoft.Extensions.DependencyInjection;
using Workflows.Runtime.Engine;

namespace Workflows.Runtime.Host.Tasks;

/// <summary>
/// The engine's clock for services. It stands before the engine's own because the web server asks for a clock when it is built,
/// which is too early to open the data file.
/// </summary>
internal sealed class HostClock(IServiceProvider services) : TimeProvider
{
    private TimeProvider? _clock;

    public override TimeZoneInfo LocalTimeZone => Clock.LocalTimeZone;

    public override long TimestampFrequency => Clock.TimestampFrequency;

    private TimeProvider Clock => _clock ??= services.GetRequiredService<DurableEngine>().Time;

    public override DateTimeOffset GetUtcNow() => Clock.GetUtcNow();

    public override long GetTimestamp() => Clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        Clock.CreateTimer(callback, state, dueTime, period);
}
