using Workflows.Orchestrations.Fleet;
using Workflows.Runtime.Host.Monitor;
using Workflows.Shared.Consultation;
using Workflows.Shared.Debate;
using Workflows.Shared.Expressions;
using Workflows.Shared.Interview;
using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;
using Workflows.Shared.PullRequestReview;

namespace Workflows.Functions.Hosting.Monitor;

/// <summary>Tells the monitor how the workflows are started, and which orchestrations only others start.</summary>
internal sealed class WorkflowStarts : IMonitorCatalogue
{
    private const string ExampleDiff = "diff --git a/prices.py b/prices.py\n--- a/prices.py\n+++ b/prices.py\n@@ -1,2 +1,3 @@\n def total(prices):\n-    return sum(prices)\n+    result = sum(prices)\n+    return result * 1.1\n";

    private static readonly Dictionary<string, MonitorStart> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        [ReviewNames.Orchestrator] = new MonitorStart
        {
            Description = "Reviews a unified diff.",
            InputType = typeof(ReviewRequest),
            Example = new ReviewRequest { Diff = ExampleDiff, Title = "Prices with tax", Source = "monitor" },
        },
        [DebateNames.Orchestrator] = new MonitorStart
        {
            Description = "Weighs a plan for a goal from both sides.",
            InputType = typeof(DebateRequest),
            Example = new DebateRequest { Goal = "Move the reports to the new service", Plan = "Copy the data at night, then switch over." },
        },
        [nameof(ModelCall)] = new MonitorStart { Description = "One call to a model, with its retries.", InputType = typeof(ModelCallRequest), Startable = false },
        [nameof(FleetCourier)] = new MonitorStart { Description = "Sends the fleet's invitations on.", Startable = false },
        [FleetBlockRenewal.OrchestrationName] = new MonitorStart { Description = "Renews a process's block of real-time calls.", Startable = false },
        [ExpressionNames.Batch] = new MonitorStart { Description = "A part of an analysis of subtitles.", Startable = false },
        [ConsultationNames.AnalyzeConsultation] = new MonitorStart { Description = "Analyses one stored consultation.", Startable = false },
        [ConsultationNames.AnalyzeConsultations] = new MonitorStart { Description = "Analyses the consultations of a batch.", Startable = false },
        [ConsultationNames.AcceptBatch] = new MonitorStart { Description = "Accepts a batch of consultations.", Startable = false },
        [ConsultationNames.FinishBatch] = new MonitorStart { Description = "Reports a batch of consultations.", Startable = false },
        [ConsultationNames.ForgetBatch] = new MonitorStart { Description = "Removes what is stored of a batch.", Startable = false },
        [ConsultationNames.DeliverCallback] = new MonitorStart { Description = "Delivers a batch's callback.", Startable = false },
        ["FileReview"] = new MonitorStart { Description = "A file of a review.", Startable = false },
        [ExpressionNames.Orchestrator] = new MonitorStart { Description = "Analyses stored subtitles: POST /api/v1/expressions stores them and starts it.", Startable = false },
        [InterviewNames.Orchestrator] = new MonitorStart { Description = "Holds an interview of stored documents: POST /api/v1/interviews stores them and starts it.", Startable = false },
        [DebateNames.ChangeRollout] = new MonitorStart { Description = "Changes the rollout of debates.", Startable = false },
    };

    public MonitorStart? Find(string orchestrator) => Known.GetValueOrDefault(orchestrator);
}
