namespace Workflows.Durable.Abstractions;

/// <summary>Compares versions of orchestrations.</summary>
public static class TaskOrchestrationVersioningUtils
{
    /// <summary>
    /// Orders two versions. None (null or blank) comes before any; dotted numbers are ordered as numbers,
    /// everything else as text without regard to case.
    /// </summary>
    /// <param name="sourceVersion">One version.</param>
    /// <param name="otherVersion">The version to hold it against.</param>
    /// <returns>Below zero when the first is older, above zero when it is newer, zero when they are equal.</returns>
    public static int CompareVersions(string sourceVersion, string otherVersion)
    {
        bool hasSource = !string.IsNullOrWhiteSpace(sourceVersion);
        bool hasOther = !string.IsNullOrWhiteSpace(otherVersion);
        if (!hasSource || !hasOther)
        {
            return hasSource.CompareTo(hasOther);
        }

        return System.Version.TryParse(sourceVersion, out Version? source) && System.Version.TryParse(otherVersion, out Version? other)
            ? source.CompareTo(other)
            : string.Compare(sourceVersion, otherVersion, StringComparison.OrdinalIgnoreCase);
    }
}
