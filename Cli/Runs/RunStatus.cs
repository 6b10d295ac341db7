using System.Text.Json.Serialization;

namespace Workflows.Cli.Runs;

/// <summary>Where a run stands, as the HTTP interface says it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunStatus>))]
internal enum RunStatus
{
    /// <summary>Recorded, not begun.</summary>
    [JsonStringEnumMemberName("queued")]
    Queued,

    /// <summary>Under way.</summary>
    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>Resting until it is resumed.</summary>
    [JsonStringEnumMemberName("suspended")]
    Suspended,

    /// <summary>Ended with a result.</summary>
    [JsonStringEnumMemberName("completed")]
    Completed,

    /// <summary>Ended with an error.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>Ended from outside.</summary>
    [JsonStringEnumMemberName("terminated")]
    Terminated,
}
