namespace Workflows.Shared.PullRequestReview.Diffs;

/// <summary>
/// The one error of reading a diff: the input is empty, too large, or shows no diff. The message is a single line that names
/// the fault and the remedy and never quotes the input, so it can be shown and logged as it is.
/// </summary>
public sealed class InvalidDiffException : Exception
{
    /// <summary>Creates the error without saying what is wrong.</summary>
    public InvalidDiffException()
        : base("The input is no usable diff; make one with: git diff BASE...HEAD")
    {
    }

    /// <summary>Creates the error.</summary>
    /// <param name="message">One line: the fault, then the remedy.</param>
    public InvalidDiffException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the error with its cause.</summary>
    /// <param name="message">One line: the fault, then the remedy.</param>
    /// <param name="innerException">The cause.</param>
    public InvalidDiffException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
