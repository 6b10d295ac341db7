namespace Workflows.Simulator;

/// <summary>A request to the simulator, free of any transport.</summary>
/// <param name="Method">The HTTP method in capitals.</param>
/// <param name="Path">The path, unescaped.</param>
/// <param name="Query">The query string with its question mark, or empty.</param>
/// <param name="ContentType">The body's type, when there is one.</param>
/// <param name="Body">The body; empty when there is none.</param>
internal sealed record SimulatorRequest(string Method, string Path, string Query, string? ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>The largest body that is read.</summary>
    public const int LargestBody = 32 * 1024 * 1024;
}
