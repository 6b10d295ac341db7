namespace Workflows.Runtime.Host.Monitor.Page;

/// <summary>A file of the page.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="ContentType">What it is.</param>
/// <param name="Tag">Changes with its content.</param>
/// <param name="IsForever">True when its name changes with its content.</param>
internal sealed record PageFile(byte[] Content, string ContentType, string Tag, bool IsForever);
