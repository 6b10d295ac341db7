namespace Workflows.Bench.Runtime.Measures;

/// <summary>The result of every measured activity.</summary>
internal static class Payload
{
    /// <summary>1 KB of text.</summary>
    public static readonly string OneKilobyte = new('x', 1022);
}
