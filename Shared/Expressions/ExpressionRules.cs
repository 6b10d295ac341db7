namespace Workflows.Shared.Expressions;

/// <summary>What a request for expressions must keep to.</summary>
public static class ExpressionRules
{
    /// <summary>How many chunks are analysed at once at most, where nothing is set.</summary>
    public const int AutomaticWorkers = 5;

    /// <summary>More workers than this are taken with a warning.</summary>
    public const int WorkersWithoutWarning = 10;

    private const int MostWorkers = 50;
    private const int MostPerChunk = 10;
    private const int MostExpressions = 100_000;

    /// <summary>The field at fault, as it is named in JSON, and what is wrong with it; null: nothing is. Whether the subtitles can be read is seen when they are.</summary>
    /// <param name="request">The request.</param>
    public static (string Field, string Fault)? Check(ExpressionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        int given = (request.Subtitles is null ? 0 : 1) + (request.SubtitleFile is null ? 0 : 1) + (request.Segments is null ? 0 : 1);
        return given != 1
            ? ("subtitles", "Give the subtitles in one way: \"subtitles\" (text), \"subtitle_file\" (Base64 of a file) or \"segments\".")
            : request.Options is null ? ("options", "The options are null; leave them out for the defaults.") : Check(request.Options);
    }

    /// <summary>As the other, for options alone.</summary>
    /// <param name="options">The options.</param>
    public static (string Field, string Fault)? Check(ExpressionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!Enum.IsDefined(options.Level))
        {
            return ("options.level", "The level is one of A1, A2, B1, B2, C1 and C2.");
        }

        if (options.Language is null || !ExpressionLanguages.Names.ContainsKey(options.Language))
        {
            return ("options.language", $"The language is one of {string.Join(", ", ExpressionLanguages.Names.Keys)}.");
        }

        return Range("workers", options.Workers ?? 1, 1, MostWorkers)
            ?? Range("chunk_characters", options.ChunkCharacters, 500, 50_000)
            ?? Range("max_per_chunk", options.MaxPerChunk, 1, MostPerChunk)
            ?? Range("min_per_chunk", options.MinPerChunk, 1, options.MaxPerChunk)
            ?? Range("max_expressions", options.MaxExpressions ?? 1, 1, MostExpressions)
            ?? Range("timeout_seconds", options.TimeoutSeconds, 1, 3_600);
    }

    /// <summary>What is allowed and yet worth a word, one sentence each.</summary>
    /// <param name="options">Options without fault.</param>
    public static IReadOnlyList<string> Warnings(ExpressionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options is { Parallel: true, Workers: > WorkersWithoutWarning }
            ? [$"{options.Workers} workers are more than {WorkersWithoutWarning}: models may answer with limits, which slows all of them down."]
            : [];
    }

    /// <summary>How many chunks are analysed at once: one without <see cref="ExpressionOptions.Parallel"/>, as many as are set, else at most <see cref="AutomaticWorkers"/> and no more than the models allow; never more than there are chunks.</summary>
    /// <param name="options">Options without fault.</param>
    /// <param name="allowed">How many calls the models take at once.</param>
    /// <param name="chunks">How many chunks there are.</param>
    public static int Workers(ExpressionOptions options, int allowed, int chunks)
    {
        ArgumentNullException.ThrowIfNull(options);
        int wanted = options.Parallel ? options.Workers ?? Math.Min(AutomaticWorkers, allowed) : 1;
        return Math.Max(1, Math.Min(wanted, chunks));
    }

    private static (string, string)? Range(string field, int value, int least, int most) =>
        value < least || value > most ? ($"options.{field}", FormattableString.Invariant($"{field} is {value}; it is a whole number from {least:N0} to {most:N0}.")) : null;
}
