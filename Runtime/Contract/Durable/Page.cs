namespace Workflows.Durable;

/// <summary>One page of a long list.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed class Page<T>
    where T : notnull
{
    /// <summary>Creates a page.</summary>
    /// <param name="values">The items.</param>
    /// <param name="continuationToken">What to ask the next page with; null: there is none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    public Page(IReadOnlyList<T> values, string? continuationToken = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        Values = values;
        ContinuationToken = continuationToken;
    }

    /// <summary>The items, possibly none even when more pages follow.</summary>
    public IReadOnlyList<T> Values { get; }

    /// <summary>What to ask the next page with; null: this is the last.</summary>
    public string? ContinuationToken { get; }
}
