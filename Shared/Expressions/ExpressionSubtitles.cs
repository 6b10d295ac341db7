using Workflows.Shared.Subtitles;

namespace Workflows.Shared.Expressions;

/// <summary>Reads the subtitles of a request, in whichever way they were given.</summary>
public static class ExpressionSubtitles
{
    /// <summary>The track.</summary>
    /// <param name="request">A request that gives them in one way.</param>
    /// <exception cref="InvalidSubtitlesException">They cannot be used.</exception>
    public static SubtitleTrack Read(ExpressionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request switch
        {
            { Subtitles: { } text } => SubtitleReader.Read(text),
            { SubtitleFile: { } file } => SubtitleReader.Read(file),
            _ => SubtitleReader.Read(request.Segments ?? []),
        };
    }
}
