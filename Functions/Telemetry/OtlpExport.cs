using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Workflows.Functions.Telemetry;

/// <summary>
/// Sends the metrics by OTLP while the host runs: the product's meters, those of the runtime and of ASP.NET Core. Only where an endpoint is configured, by
/// <c>Workflows:Otlp:Endpoint</c> or by the standard variable <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> with its companions.
/// </summary>
internal sealed class OtlpExport(IConfiguration configuration) : IHostedService, IDisposable
{
    private const string Section = "Workflows:Otlp:";
    private const string StandardEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string StandardMetricsEndpoint = "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT";
    private const string Http = "http/protobuf";

    private MeterProvider? _meters;

    /// <summary>Adds the export, where it is configured.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The host's configuration.</param>
    /// <exception cref="OptionsValidationException">The endpoint or the protocol cannot be used.</exception>
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        if (Endpoint(configuration) is null && string.IsNullOrEmpty(configuration[StandardEndpoint]) && string.IsNullOrEmpty(configuration[StandardMetricsEndpoint]))
        {
            return;
        }

        _ = Protocol(configuration);
        services.AddHostedService<OtlpExport>();
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _meters = Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(resource => resource.AddService("workflows"))
            .AddMeter("Workflows.*", "System.Runtime", "Microsoft.AspNetCore.Hosting")
            .AddOtlpExporter(Configure)
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(Dispose, CancellationToken.None);

    /// <summary>Sends what is left, for some seconds at most.</summary>
    public void Dispose() => Interlocked.Exchange(ref _meters, null)?.Dispose();

    private void Configure(OtlpExporterOptions options)
    {
        options.Protocol = Protocol(configuration) ?? options.Protocol;
        if (Endpoint(configuration) is { } endpoint)
        {
            // The exporter adds the signal's path only to an endpoint that it reads itself.
            options.Endpoint = options.Protocol == OtlpExportProtocol.HttpProtobuf ? new Uri(endpoint.AbsoluteUri.TrimEnd('/') + "/v1/metrics") : endpoint;
        }
    }

    private static OptionsValidationException Fault(string fault) => new(Section, typeof(OtlpExport), [fault]);

    private static Uri? Endpoint(IConfiguration configuration) => configuration[Section + "Endpoint"] switch
    {
        null or "" => null,
        { } text when Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && uri.Scheme is ("http" or "https") => uri,
        { } text => throw Fault($"{Section}Endpoint is '{text}': it must be an http or https address, such as http://127.0.0.1:4317."),
    };

    private static OtlpExportProtocol? Protocol(IConfiguration configuration) => configuration[Section + "Protocol"] switch
    {
        null or "" => null,
        "grpc" => OtlpExportProtocol.Grpc,
        Http => OtlpExportProtocol.HttpProtobuf,
        { } text => throw Fault($"{Section}Protocol is '{text}': it must be grpc or {Http}."),
    };
}
