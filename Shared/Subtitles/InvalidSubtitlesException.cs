namespace Workflows.Shared.Subtitles;

/// <summary>
/// The one error of reading subtitles: too large, too many cues, or no cue at all. The message is a single line that names the fault and the remedy and never quotes the input.
/// </summary>
public sealed class InvalidSubtitlesException : Exception
{
    /// <summary>Creates the error without saying what is wrong.</summary>
    public InvalidSubtitlesException()
        : base("These are no usable subtitles; give SubRip, WebVTT or JSON segments.")
    {
    }

    /// <summary>Creates the error.</summary>
    /// <param name="message">One line: the fault, then the remedy.</param>
    public InvalidSubtitlesException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the error with its cause.</summary>
    /// <param name="message">One line: the fault, then the remedy.</param>
    /// <param name="innerException">The cause.</param>
    public InvalidSubtitlesException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
