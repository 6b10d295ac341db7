namespace Workflows.Shared.Models;

/// <summary>What became of one request. The numbers are stored: they do not change.</summary>
public enum ModelSendStatus
{
    /// <summary>A valid answer.</summary>
    Answered = 0,

    /// <summary>An answer that cannot be used: not by the schema, in the wrong language, empty.</summary>
    Invalid = 1,

    /// <summary>The server does not take <c>response_format</c>.</summary>
    SchemaRejected = 2,

    /// <summary>Too many requests (429).</summary>
    RateLimited = 3,

    /// <summary>The server cannot be reached or says that it cannot serve now (5xx, a cut connection).</summary>
    Unavailable = 4,

    /// <summary>No answer in time.</summary>
    TimedOut = 5,

    /// <summary>The lease was too old: this activity sent nothing, an earlier delivery of it may have.</summary>
    Stale = 6,

    /// <summary>The request can never succeed: over the context limit, not authorised, no such model.</summary>
    Refused = 7,

    /// <summary>Anything else that went wrong; another try may help.</summary>
    Failed = 8,

    /// <summary>The call was cancelled.</summary>
    Cancelled = 9,
}
