using System.Text;
using Workflows.Activities.Content;
using Workflows.Shared.Expressions;

namespace Workflows.Activities.Expressions;

/// <summary>An analysis' request in the content store: text and files as they are, all else as JSON. Written as JSON, a text of megabytes would need many times its own memory for a moment.</summary>
public static class ExpressionSource
{
    /// <summary>Keeps a request. The JSON comes last, so that what it needs is there when it is.</summary>
    /// <param name="store">Where.</param>
    /// <param name="folder">The analysis' folder.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task WriteAsync(IContentStore store, string folder, ExpressionRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(request);
        if (request.Subtitles is { } text)
        {
            await store.PutAsync(ExpressionContent.SourceText(folder), Encoding.UTF8.GetBytes(text), cancellationToken);
        }
        else if (request.SubtitleFile is { } file)
        {
            await store.PutAsync(ExpressionContent.SourceFile(folder), file, cancellationToken);
        }

        await StoredJson.WriteAsync(store, ExpressionContent.Source(folder), request with { Subtitles = null, SubtitleFile = null }, ExpressionJson.Options, cancellationToken);
    }

    /// <summary>The request; null: it is not there, or not whole.</summary>
    /// <param name="store">Where.</param>
    /// <param name="folder">The analysis' folder.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ExpressionRequest?> ReadAsync(IContentStore store, string folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ExpressionRequest? request = await StoredJson.ReadAsync<ExpressionRequest>(store, ExpressionContent.Source(folder), ExpressionJson.Options, cancellationToken);

        // What an earlier version has kept holds its subtitles itself.
        if (request is null or { Segments: not null } or { Subtitles: not null } or { SubtitleFile: not null })
        {
            return request;
        }

        if (await store.GetAsync(ExpressionContent.SourceText(folder), cancellationToken) is { } text)
        {
            return request with { Subtitles = Encoding.UTF8.GetString(text.Span) };
        }

        return await store.GetAsync(ExpressionContent.SourceFile(folder), cancellationToken) is { } file ? request with { SubtitleFile = file.ToArray() } : null;
    }
}
