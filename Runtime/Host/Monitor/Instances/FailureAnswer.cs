using Workflows.Durable;

namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>Why something failed.</summary>
internal sealed record FailureAnswer(string Type, string Message, string? Stack, FailureAnswer? Inner)
{
    public static FailureAnswer? Of(TaskFailureDetails? failure) =>
        failure is null ? null : new FailureAnswer(failure.ErrorType, failure.ErrorMessage, failure.StackTrace, Of(failure.InnerFailure));

    /// <summary>Without its stack, for tables.</summary>
    public static FailureAnswer? Short(TaskFailureDetails? failure) =>
        failure is null ? null : new FailureAnswer(failure.ErrorType, Http.Cutting.To(failure.ErrorMessage, 512), null, null);
}
