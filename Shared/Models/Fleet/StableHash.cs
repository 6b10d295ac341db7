namespace Workflows.Shared.Models.Fleet;

/// <summary>A hash that is the same in every process: by it delays are spread without chance.</summary>
internal static class StableHash
{
    public static uint Of(string text) => text.Aggregate(2166136261u, (hash, letter) => unchecked((hash ^ letter) * 16777619u));
}
