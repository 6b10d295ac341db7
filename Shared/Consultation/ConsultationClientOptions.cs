namespace Workflows.Shared.Consultation;

/// <summary>One client of the consultations.</summary>
public sealed class ConsultationClientOptions
{
    /// <summary>Its secrets, each at least 16 characters; all are accepted, the first one signs.</summary>
    public string[] Secrets { get; set; } = [];

    /// <summary>Requests a minute; null: no limit.</summary>
    public int? RequestsPerMinute { get; set; }
}
