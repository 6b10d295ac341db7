namespace Workflows.Durable.Client.Entities;

/// <summary>Which entities to list.</summary>
public record EntityQuery
{
    /// <summary>The page size when none is chosen: 100 entities.</summary>
    public const int DefaultPageSize = 100;

    private readonly string? _prefix;

    /// <summary>
    /// With an id that begins so; null: any. Written as <c>name</c>, <c>@name</c> or <c>@name@key…</c>; the name is
    /// compared in lower case.
    /// </summary>
    public string? InstanceIdStartsWith
    {
        get => _prefix;
        init => _prefix = value is null ? null : Normalize(value);
    }

    /// <summary>Changed at this time or later; null: any.</summary>
    public DateTimeOffset? LastModifiedFrom { get; init; }

    /// <summary>Changed at this time or earlier; null: any.</summary>
    public DateTimeOffset? LastModifiedTo { get; init; }

    /// <summary>True, the default: with the states.</summary>
    public bool IncludeState { get; init; } = true;

    /// <summary>True: with entities that hold no state but a lock or a queue. False by default.</summary>
    public bool IncludeTransient { get; init; }

    /// <summary>How many entities a page may hold; null: the host's own size.</summary>
    public int? PageSize { get; init; }

    /// <summary>Where an earlier listing ended; null: from the start.</summary>
    public string? ContinuationToken { get; init; }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Globalization", "CA1308", Justification = "Lower case is the stored form of an entity's name.")]
    private static string Normalize(string value)
    {
        string text = value.StartsWith('@') ? value : '@' + value;
        int second = text.IndexOf('@', 1);
        return second < 0 ? text.ToLowerInvariant() : text[..second].ToLowerInvariant() + text[second..];
    }
}
