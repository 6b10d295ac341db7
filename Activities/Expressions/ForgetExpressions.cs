using Workflows.Activities.Content;
using Workflows.Shared.Expressions;

namespace Workflows.Activities.Expressions;

/// <summary>Deletes an analysis' content.</summary>
public sealed class ForgetExpressions(IContentStore store)
{
    /// <summary>Deletes it.</summary>
    /// <param name="folder">Its folder, by <see cref="ExpressionContent.Folder"/>; nothing else is deleted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">It is no analysis' folder.</exception>
    [Function(nameof(ForgetExpressions))]
    public Task RunAsync([ActivityTrigger] string folder, CancellationToken cancellationToken) => ExpressionContent.IsFolder(folder)
        ? store.DeleteAsync(folder, cancellationToken)
        : throw new ArgumentException("This is no folder of an analysis.", nameof(folder));
}
