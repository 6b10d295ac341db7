using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workflows.Activities.Consultation;

namespace Workflows.Functions.Telemetry;

public sealed class OtlpExportTests
{
    [Fact]
    public async Task Metrics_go_to_the_configured_endpoint()
    {
        ConcurrentQueue<(string Path, string? Type, string Body)> received = [];
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        await using WebApplication collector = builder.Build();
        collector.Run(async http =>
        {
            using MemoryStream body = new();
            await http.Request.Body.CopyToAsync(body);
            received.Enqueue((http.Request.Path, http.Request.ContentType, Encoding.Latin1.GetString(body.ToArray())));
        });
        await collector.StartAsync(TestContext.Current.CancellationToken);
        using (HttpClient first = new())
        {
            // The export waits five seconds for its answer: the first one of a cold process is had before.
            using HttpResponseMessage answer = await first.PostAsync(new Uri(collector.Urls.First()), null, TestContext.Current.CancellationToken);
        }

        await using ServiceProvider services = Services(("Workflows:Otlp:Endpoint", collector.Urls.First()), ("Workflows:Otlp:Protocol", "http/protobuf"));
        IHostedService export = Assert.Single(services.GetServices<IHostedService>());

        await export.StartAsync(TestContext.Current.CancellationToken);
        services.GetRequiredService<ConsultationMetrics>().QueueLength(7);
        await export.StopAsync(TestContext.Current.CancellationToken);

        (string path, string? type, string sent) = received.First(request => request.Body.Contains("queue_length", StringComparison.Ordinal));
        Assert.Equal(("/v1/metrics", "application/x-protobuf"), (path, type));
        Assert.Contains("workflows", sent, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_endpoint_there_is_no_export() => Assert.Empty(Services().GetServices<IHostedService>());

    [Fact]
    public void The_standard_variable_turns_it_on() => Assert.Single(Services(("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4317")).GetServices<IHostedService>());

    [Theory]
    [InlineData("Workflows:Otlp:Endpoint", "localhost:4317", "http or https address")]
    [InlineData("Workflows:Otlp:Protocol", "thrift", "grpc or http/protobuf")]
    public void A_setting_that_cannot_be_used_is_named(string key, string value, string message)
    {
        OptionsValidationException fault = Assert.Throws<OptionsValidationException>(() => Services(("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4317"), (key, value)));

        Assert.Contains(key, fault.Message, StringComparison.Ordinal);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
        ServiceCollection services = new();
        services.AddSingleton(configuration).AddMetrics().AddSingleton<ConsultationMetrics>();
        OtlpExport.Add(services, configuration);
        return services.BuildServiceProvider();
    }
}
