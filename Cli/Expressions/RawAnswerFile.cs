namespace Workflows.Cli.Expressions;

/// <summary>A chunk's raw answer in its folder.</summary>
/// <param name="Chunk">The chunk's number.</param>
/// <param name="File">The file's name.</param>
internal sealed record RawAnswerFile(int Chunk, string File);
