namespace Workflows.Simulator.Answers;

/// <summary>A text as a unit vector of hashed character n-grams: texts that share wording are near each other.</summary>
internal static class TextVector
{
    private const int ShortestGram = 2;
    private const int LongestGram = 4;

    /// <summary>The vector of a text; its length is 1.</summary>
    public static float[] Of(string text, int dimensions)
    {
        var padded = $" {text.Trim().ToLowerInvariant()} ";
        var sums = new double[dimensions];
        for (var size = ShortestGram; size <= LongestGram; size++)
        {
            for (var start = 0; start + size <= padded.Length; start++)
            {
                var hash = Hash(padded.AsSpan(start, size));
                sums[hash % (ulong)dimensions] += (hash & (1UL << 40)) == 0 ? 1 : -1;
            }
        }

        var length = Math.Sqrt(sums.Sum(value => value * value));
        if (length == 0)
        {
            sums[0] = length = 1;
        }

        return [.. sums.Select(value => (float)(value / length))];
    }

    private static ulong Hash(ReadOnlySpan<char> gram)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in gram)
        {
            hash = (hash ^ character) * 1099511628211UL;
        }

        return hash ^ (hash >> 29);
    }
}
