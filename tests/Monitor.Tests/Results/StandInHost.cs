using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workflows.Activities.Content;
using Workflows.Durable.Client;
using Workflows.Functions;
using Workflows.Monitor.Tests.App;
using Workflows.Runtime.Host;

namespace Workflows.Monitor.Tests.Results;

/// <summary>The application with <see cref="StandIns"/> in place of its functions: its monitor shows whatever a test makes up.</summary>
public sealed class StandInHost : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workflows-standins-").FullName;
    private IHost? _host;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    internal IContentStore Store => _host!.Services.GetRequiredService<IContentStore>();

    internal DurableTaskClient Client => _host!.Services.GetRequiredService<DurableTaskClient>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private JsonSerializerOptions Json => _host!.Services.GetRequiredService<IOptions<JsonSerializerOptions>>().Value;

    public async ValueTask InitializeAsync()
    {
        _host = WorkflowsApp.Build(["--contentRoot", _folder], builder =>
        {
            builder.Services.AddSingleton<Desk>();
            builder.Logging.ClearProviders();
            builder.ConfigureEmbeddedHost(options =>
            {
                options.DataFolder = Path.Combine(_folder, "data");
                options.Urls = "http://127.0.0.1:0";
                options.FullSync = false;
                options.Assemblies.Add(typeof(StandIns).Assembly);
            });
        });
        await _host.StartAsync();
        Address = new Uri(_host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>Runs an instance of a workflow's name that has a request, ends with a report and leaves a custom status; its id.</summary>
    internal async Task<string> ShowAsync(string orchestrator, object request, object? report = null, object? status = null)
    {
        JsonNode input = JsonSerializer.SerializeToNode(request, Json)!;
        if (report is not null)
        {
            input[StandIns.Output] = JsonSerializer.SerializeToNode(report, Json);
        }

        if (status is not null)
        {
            input[StandIns.Status] = JsonSerializer.SerializeToNode(status, Json);
        }

        string id = await Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, Cancellation);
        OrchestrationMetadata ended = await Client.WaitForInstanceCompletionAsync(id, Cancellation);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        return id;
    }

    public async ValueTask DisposeAsync()
    {
        await _host!.StopAsync();
        _host.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
