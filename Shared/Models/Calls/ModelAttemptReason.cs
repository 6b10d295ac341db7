namespace Workflows.Shared.Models;

/// <summary>Why a request was made. The numbers are stored: they do not change.</summary>
public enum ModelAttemptReason
{
    /// <summary>It is the call's first.</summary>
    First = 0,

    /// <summary>The answer before could not be used: the model is asked to mend it.</summary>
    Repair = 1,

    /// <summary>The server does not take <c>response_format</c>: the same again, with the schema in the prompt.</summary>
    SchemaInPrompt = 2,

    /// <summary>The pool before failed or is of no use to this call: another one is asked.</summary>
    Fallback = 3,

    /// <summary>Every pool failed: asked again after a rest.</summary>
    Retry = 4,

    /// <summary>The lease before was too old to send by.</summary>
    Stale = 5,
}
