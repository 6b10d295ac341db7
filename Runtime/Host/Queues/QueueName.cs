namespace Workflows.Runtime.Host.Queues;

/// <summary>Names of queues: those of Azure Storage, for every store.</summary>
internal static class QueueName
{
    public const int LongestName = 63;

    private const string PoisonSuffix = "-poison";

    /// <summary>The name as it is used: in small letters, as on the Functions host.</summary>
    /// <exception cref="FormatException">It is no name of a queue.</exception>
    public static string Normalise(string name)
    {
        string lower = name.ToLowerInvariant();
        bool valid = lower.Length is >= 3 and <= LongestName
            && lower.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            && lower[0] != '-' && lower[^1] != '-' && !lower.Contains("--", StringComparison.Ordinal);
        return valid ? lower : throw new FormatException($"'{name}' is no queue name: 3 to {LongestName} letters, digits and single hyphens between them.");
    }

    /// <summary>Where a queue's messages go that cannot be worked on; null for a poison queue itself, as on the Functions host.</summary>
    /// <exception cref="FormatException">The name leaves no room for that of its poison queue.</exception>
    public static string? PoisonOf(string name) =>
        name.EndsWith(PoisonSuffix, StringComparison.Ordinal) ? null
        : name.Length + PoisonSuffix.Length <= LongestName ? name + PoisonSuffix
        : throw new FormatException($"the queue name '{name}' leaves no room for '{PoisonSuffix}': {LongestName - PoisonSuffix.Length} characters at most.");
}
