using Microsoft.Extensions.DependencyInjection;
using Workflows.Activities.Consultation;
using Workflows.Activities.Models;
using Workflows.Durable.Client;
using Workflows.Shared.Consultation;
using Workflows.Shared.Models;

namespace Workflows.Bench.Consultation.Accuracy;

/// <summary>The product's quick summary. What no model answered in time counts as no summary: an extract tells nothing of a model.</summary>
internal sealed class QuickSummaryPath : ISummaryPath
{
    private readonly QuickSummarizer _summarizer;
    private readonly TimeProvider _time;

    public QuickSummaryPath(IServiceProvider services)
    {
        _summarizer = services.GetRequiredService<QuickSummarizer>();
        _time = services.GetRequiredService<TimeProvider>();
        Model = BatchAnalysisPath.ModelOf(services, ConsultationNames.QuickSummaryTask);
        services.GetRequiredService<StandingBlocks>().Keep(
            services.GetRequiredService<DurableTaskClient>(), services.GetRequiredService<ModelCatalogue>().Task(ConsultationNames.QuickSummaryTask), QuickSummarizer.TokensOfACall);
    }

    public string Name => "quick_summary";

    public string Model { get; }

    public async Task<string?> SummariseAsync(LabelledDialogue dialogue, CancellationToken cancellation)
    {
        QuickSummary summary = await _summarizer.SummarizeAsync(new QuickSummaryRequest(dialogue.Id, dialogue.Text), _time.GetTimestamp(), cancellation);
        return summary.Status == QuickSummary.Success ? summary.Summary : null;
    }
}
