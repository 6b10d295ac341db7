using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workflows.Activities.Content;
using Workflows.Functions;
using Workflows.Orchestrations.Fleet;
using Workflows.Runtime.Host;
using Workflows.Runtime.Host.Queues;
using Workflows.Shared.Consultation;

namespace Workflows.Bench.Consultation.Batches;

/// <summary>
/// The process under test: the application with its HTTP interface, as <c>workflows serve</c> has it, and beside it what another system does that shares its queues. Lines
/// on standard input, each answered by one on standard output: <c>key CLIENT</c> makes a bound key by the host's clock, <c>queue TEXT</c> puts a message (a
/// JSON string); <c>end</c> stops in order.
/// </summary>
internal static class QueueHost
{
    /// <summary>Runs until it is told to end, or killed.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="timeScale">How many times faster time runs.</param>
    public static async Task<int> RunAsync(string folder, double timeScale)
    {
        IHost host = WorkflowsApp.Build([], builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton(new PoisonFile(folder));
            builder.ConfigureEmbeddedHost(options =>
            {
                options.DataFolder = folder;
                options.Urls = "http://127.0.0.1:0";
                options.TimeScale = timeScale;
                options.Assemblies.Add(typeof(WorkflowsApp).Assembly);
                options.Assemblies.Add(typeof(ModelCallExtensions).Assembly);
                options.Assemblies.Add(typeof(IContentStore).Assembly);
                options.Assemblies.Add(typeof(QueueHost).Assembly);
            });
        });
        await host.StartAsync();
        IHostQueues queues = host.Services.GetRequiredService<IHostQueues>();
        TimeProvider time = host.Services.GetRequiredService<TimeProvider>();
        ConsultationOptions options = host.Services.GetRequiredService<IOptions<ConsultationOptions>>().Value;
        string address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        await Console.Out.WriteLineAsync($"listening on {address}");
        while (await Console.In.ReadLineAsync() is { } line && line != "end")
        {
            string[] words = line.Split(' ', 2);
            switch (words)
            {
                case ["key", string client]:
                    await Console.Out.WriteLineAsync(BoundKeys.Make(client, options.Clients[client].Secrets[0], time.GetUtcNow()));
                    break;
                case ["queue", string text]:
                    await queues.SendAsync(ConsultationNames.Queue, System.Text.Json.JsonSerializer.Deserialize<string>(text)!);
                    await Console.Out.WriteLineAsync("sent");
                    break;
                default:
                    return 2;
            }
        }

        await host.StopAsync();
        return 0;
    }
}
