using Workflows.Activities.Content;
using Workflows.Activities.Expressions;
using Workflows.Shared.Expressions;
using Workflows.Shared.Subtitles;

namespace Workflows.Functions.Expressions;

/// <summary>Makes of a request what the orchestration takes: its content stands in the content store before it starts.</summary>
/// <param name="store">Keeps the subtitles.</param>
public sealed class ExpressionInput(IContentStore store)
{
    private const int HexDigits = 16;

    /// <summary>The field at fault and what is wrong with it, the subtitles included; null: nothing is.</summary>
    /// <param name="request">The request.</param>
    public static (string Field, string Fault)? Check(ExpressionRequest request)
    {
        if (ExpressionRules.Check(request) is { } fault)
        {
            return fault;
        }

        try
        {
            ExpressionSubtitles.Read(request);
            return null;
        }
        catch (InvalidSubtitlesException e)
        {
            return (request.SubtitleFile is not null ? "subtitle_file" : request.Segments is not null ? "segments" : "subtitles", e.Message);
        }
    }

    /// <summary>The orchestration's input. The same request under the same id has the same folder, so that whoever starts it twice writes the same again.</summary>
    /// <param name="id">The run's id.</param>
    /// <param name="request">A request without fault.</param>
    public static ExpressionWork WorkOf(string id, ExpressionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        string hash = ExpressionContent.Hash(request);
        return new ExpressionWork { Folder = ExpressionContent.Folder($"{id}-{hash[..HexDigits]}"), ContentHash = hash, Options = request.Options };
    }

    /// <summary>Puts the request where the orchestration finds it.</summary>
    /// <param name="work">What <see cref="WorkOf"/> made of it.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task StoreAsync(ExpressionWork work, ExpressionRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        return ExpressionSource.WriteAsync(store, work.Folder, request, cancellationToken);
    }
}
