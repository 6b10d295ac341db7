namespace Workflows.Functions.Interview;

/// <summary>What became of an answer.</summary>
public enum AnswerResult
{
    /// <summary>It is the stage's answer.</summary>
    Accepted,

    /// <summary>It was the stage's answer before: it was given again.</summary>
    Repeated,

    /// <summary>The stage has another answer.</summary>
    Refused,

    /// <summary>The stage has no question yet.</summary>
    TooEarly,

    /// <summary>The interview has no such stage.</summary>
    UnknownStage,

    /// <summary>No model is there that writes spoken answers down.</summary>
    Unheard,

    /// <summary>The interview has ended.</summary>
    Ended,

    /// <summary>There is no such interview.</summary>
    NotFound,
}
