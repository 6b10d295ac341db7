namespace Workflows.Durable;

/// <summary>A long list read page by page. Each enumeration asks anew.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public abstract class AsyncPageable<T> : IAsyncEnumerable<T>
    where T : notnull
{
    /// <summary>For derived classes.</summary>
    protected AsyncPageable()
    {
    }

    /// <summary>The pages.</summary>
    /// <param name="continuationToken">The token of the page to begin with; null: the first.</param>
    /// <param name="pageSizeHint">How many items a page should hold; null: the source's own size. A hint only.</param>
    public abstract IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null);

    /// <summary>The items of all pages in order.</summary>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (Page<T> page in AsPages().WithCancellation(cancellationToken))
        {
            foreach (T value in page.Values)
            {
                yield return value;
            }
        }
    }
}
