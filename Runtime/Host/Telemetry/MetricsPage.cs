using Microsoft.AspNetCore.Http;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using Workflows.Runtime.Host.Http;

namespace Workflows.Runtime.Host.Telemetry;

/// <summary><c>GET /metrics</c>: the process's meters <c>Workflows.*</c> in the Prometheus text format. It counts from the start of the host on.</summary>
internal sealed class MetricsPage : IDisposable
{
    /// <summary>Where it is.</summary>
    public const string Route = "/metrics";

    private const int PatienceMilliseconds = 5_000;

    private readonly Lock _gate = new();
    private readonly CollectedMetrics _collected = new();
    private readonly BaseExportingMetricReader _reader;
    private readonly MeterProvider _meters;

    public MetricsPage()
    {
        _reader = new BaseExportingMetricReader(_collected);
        _meters = Sdk.CreateMeterProviderBuilder().AddMeter("Workflows.*").AddReader(_reader).Build();
    }

    /// <summary>Answers a request: 401 without a key where keys are set.</summary>
    public Task ServeAsync(HttpContext http, FunctionKeys keys)
    {
        if (!keys.AllowMetrics(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        http.Response.ContentType = PrometheusText.ContentType;
        return http.Response.WriteAsync(Text(), http.RequestAborted);
    }

    /// <summary>The metrics as they are now.</summary>
    public string Text()
    {
        lock (_gate)
        {
            _reader.Collect(PatienceMilliseconds);
            return PrometheusText.Write(_collected.Families);
        }
    }

    public void Dispose() => _meters.Dispose();
}
