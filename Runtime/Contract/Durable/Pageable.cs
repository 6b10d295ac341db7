using System.Runtime.CompilerServices;

namespace Workflows.Durable;

/// <summary>Makes a paged list of a function that fetches one page.</summary>
public static class Pageable
{
    /// <summary>Makes a paged list.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="pageFunc">Fetches the page of a continuation token (null: the first).</param>
    /// <exception cref="ArgumentNullException"><paramref name="pageFunc"/> is null.</exception>
    public static AsyncPageable<T> Create<T>(Func<string?, CancellationToken, Task<Page<T>>> pageFunc)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(pageFunc);
        return new FuncPageable<T>((token, _, cancellation) => pageFunc(token, cancellation));
    }

    /// <summary>Makes a paged list.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="pageFunc">Fetches the page of a continuation token (null: the first) with a page size hint (null: none).</param>
    /// <exception cref="ArgumentNullException"><paramref name="pageFunc"/> is null.</exception>
    public static AsyncPageable<T> Create<T>(Func<string?, int?, CancellationToken, Task<Page<T>>> pageFunc)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(pageFunc);
        return new FuncPageable<T>(pageFunc);
    }

    private sealed class FuncPageable<T>(Func<string?, int?, CancellationToken, Task<Page<T>>> fetch) : AsyncPageable<T>
        where T : notnull
    {
        public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
            => PagesAsync(continuationToken, pageSizeHint, default);

        private async IAsyncEnumerable<Page<T>> PagesAsync(
            string? continuationToken,
            int? pageSizeHint,
            [EnumeratorCancellation] CancellationToken cancellation)
        {
            do
            {
                Page<T> page = await fetch(continuationToken, pageSizeHint, cancellation);
                yield return page;
                continuationToken = page.ContinuationToken;
            }
            while (continuationToken is not null);
        }
    }
}
