using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workflows.Durable.Client;
using Workflows.Functions;
using Workflows.Orchestrations.Fleet;
using Workflows.Runtime.Host;
using Workflows.Shared.Consultation;
using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Bench.Consultation.Batches;

/// <summary>What a data folder remembers of the analyses, when nobody works on it any more.</summary>
/// <param name="Analyses">How often each consultation was analysed, by batch and index.</param>
/// <param name="Answers">How many answers of a model were recorded for each.</param>
/// <param name="Unfinished">Instances that have not ended or have failed; but for renewals of standing blocks, which never cease, so that a stop finds one under way.</param>
internal sealed record RecordedAnalyses(IReadOnlyDictionary<string, int> Analyses, IReadOnlyDictionary<string, int> Answers, IReadOnlyList<string> Unfinished)
{
    /// <summary>Reads it.</summary>
    public static async Task<RecordedAnalyses> ReadAsync(string folder)
    {
        using IHost host = WorkflowsApp.Build([], builder =>
        {
            builder.Logging.ClearProviders();
            builder.ConfigureEmbeddedHost(options =>
            {
                options.DataFolder = folder;
                options.ServeHttp = false;
                options.RunsWork = false;
            });
        });
        await host.StartAsync();
        DurableTaskClient client = host.Services.GetRequiredService<DurableTaskClient>();
        Dictionary<string, int> analyses = [];
        Dictionary<string, int> answers = [];
        List<string> unfinished = [];
        await foreach (OrchestrationMetadata instance in client.GetAllInstancesAsync(new OrchestrationQuery(PageSize: 500, FetchInputsAndOutputs: true)))
        {
            if (instance.RuntimeStatus != OrchestrationRuntimeStatus.Completed)
            {
                if (instance.Name != FleetBlockRenewal.OrchestrationName || instance.RuntimeStatus == OrchestrationRuntimeStatus.Failed)
                {
                    unfinished.Add($"{instance.InstanceId} ({instance.RuntimeStatus})");
                }
            }
            else if (instance.Name == ConsultationNames.AnalyzeConsultation)
            {
                Count(analyses, instance.InstanceId);
            }
            else if (instance.Name == nameof(ModelCall) && instance.ReadOutputAs<ModelCallResult>() is { } call)
            {
                Count(answers, instance.InstanceId, call.Attempts.Count(attempt => attempt.Status == ModelSendStatus.Answered));
            }
        }

        await host.StopAsync();
        return new RecordedAnalyses(analyses, answers, unfinished);
    }

    /// <summary>An id is <c>analyze:RUN:BATCH:INDEX</c>, with the name of the call behind it: the run does not count.</summary>
    private static void Count(Dictionary<string, int> counts, string id, int by = 1)
    {
        string[] parts = id.Split(':');
        string consultation = $"{parts[2]}:{parts[3]}";
        counts[consultation] = counts.GetValueOrDefault(consultation) + by;
    }
}
