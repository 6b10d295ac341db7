namespace Workflows.Shared.Consultation;

/// <summary>The section <c>Consultations</c> of the configuration; checked at start.</summary>
public sealed class ConsultationOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Consultations";

    /// <summary>Who may call, by client id.</summary>
    public Dictionary<string, ConsultationClientOptions> Clients { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Hosts that callbacks may go to: names, or <c>*.name</c> for all below one. Empty: no callbacks are accepted.</summary>
    public string[] CallbackHosts { get; set; } = [];

    /// <summary>Whether callbacks may go to private, loopback and link-local addresses, and by plain http.</summary>
    public bool AllowPrivateCallbacks { get; set; }

    /// <summary>How many pending consultations start an analysis at once.</summary>
    public int RunAt { get; set; } = 20;

    /// <summary>The most consultations of a batch.</summary>
    public int MaxBatch { get; set; } = 1_000;

    /// <summary>The longest conversation, in characters.</summary>
    public int MaxConversation { get; set; } = 500_000;

    /// <summary>How long a batch's content and its records are kept, in days; duplicates are known for as long.</summary>
    public int KeepDays { get; set; } = 8;

    /// <summary>A Slack webhook that is told of summaries above three seconds; null: nobody is.</summary>
    public string? SlackWebhook { get; set; }
}
