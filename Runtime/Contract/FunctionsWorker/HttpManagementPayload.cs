using System.Text.Json.Serialization;

namespace Workflows.FunctionsWorker;

/// <summary>
/// The addresses by which one orchestration is watched and steered. They carry the system key: hand them to trusted callers only.
/// </summary>
public class HttpManagementPayload
{
    /// <summary>Creates an empty payload.</summary>
    public HttpManagementPayload()
    {
    }

    /// <summary>The id of the instance.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; internal init; }

    /// <summary>DELETE: purges the instance and its history.</summary>
    [JsonPropertyName("purgeHistoryDeleteUri")]
    public string? PurgeHistoryDeleteUri { get; internal init; }

    /// <summary>POST: sends an event; <c>{eventName}</c> stands for its name.</summary>
    [JsonPropertyName("sendEventPostUri")]
    public string? SendEventPostUri { get; internal init; }

    /// <summary>GET: the instance's status.</summary>
    [JsonPropertyName("statusQueryGetUri")]
    public string? StatusQueryGetUri { get; internal init; }

    /// <summary>POST: terminates the instance; <c>{{text}}</c> stands for the reason.</summary>
    [JsonPropertyName("terminatePostUri")]
    public string? TerminatePostUri { get; internal init; }

    /// <summary>POST: suspends the instance; <c>{{text}}</c> stands for the reason.</summary>
    [JsonPropertyName("suspendPostUri")]
    public string? SuspendPostUri { get; internal init; }

    /// <summary>POST: resumes the instance; <c>{{text}}</c> stands for the reason.</summary>
    [JsonPropertyName("resumePostUri")]
    public string? ResumePostUri { get; internal init; }

    /// <summary>POST: rewinds the instance; null where the host does not offer it.</summary>
    [JsonPropertyName("rewindPostUri")]
    public string? RewindPostUri { get; internal init; }

    /// <summary>POST: restarts the instance; null where the host does not offer it.</summary>
    [JsonPropertyName("restartPostUri")]
    public string? RestartPostUri { get; internal init; }
}
