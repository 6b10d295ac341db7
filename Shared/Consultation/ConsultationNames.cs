namespace Workflows.Shared.Consultation;

/// <summary>Names by which the parts of the consultations find each other.</summary>
public static class ConsultationNames
{
    /// <summary>The queue of consultations to analyse.</summary>
    public const string Queue = "consultations";

    /// <summary>Where messages go that cannot be used, each with the reason.</summary>
    public const string PoisonQueue = "consultations-poison";

    /// <summary>The orchestration that accepts a batch: input <see cref="BatchSubmission"/>, output <see cref="AcceptedBatch"/>.</summary>
    public const string AcceptBatch = "AcceptBatch";

    /// <summary>The orchestration that analyses what the pending entity hands it: input <see cref="AnalysisRun"/>.</summary>
    public const string AnalyzeConsultations = "AnalyzeConsultations";

    /// <summary>The orchestration that analyses one consultation: input <see cref="ConsultationWork"/>, output <see cref="ConsultationOutcome"/>; the result itself stands in the content store.</summary>
    public const string AnalyzeConsultation = "AnalyzeConsultation";

    /// <summary>The orchestration that puts a finished batch together and has it delivered: input the batch's id.</summary>
    public const string FinishBatch = "FinishBatch";

    /// <summary>The orchestration that removes what is kept of a batch when its days are over: input <see cref="ForgottenBatch"/>.</summary>
    public const string ForgetBatch = "ForgetBatch";

    /// <summary>The orchestration that delivers a finished batch: input <see cref="CallbackDelivery"/>.</summary>
    public const string DeliverCallback = "DeliverCallback";

    /// <summary>The entity that numbers the batches of a UTC day; its key is the day, <c>yyyyMMdd</c>.</summary>
    public const string BatchNumbers = "BatchNumbers";

    /// <summary>The entity that collects what waits for analysis; there is one.</summary>
    public const string PendingConsultations = "PendingConsultations";

    /// <summary>The entity that knows how far a batch is; its key is the batch's id.</summary>
    public const string ConsultationBatch = "ConsultationBatch";

    /// <summary>The entity that lists callbacks which were not delivered; there is one.</summary>
    public const string UndeliveredCallbacks = "UndeliveredCallbacks";

    /// <summary>The catalogue's task of the quick summary.</summary>
    public const string QuickSummaryTask = "quick_summary";

    /// <summary>The catalogue's task of the batch analysis.</summary>
    public const string BatchAnalysisTask = "batch_analysis";
}
