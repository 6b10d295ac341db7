namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>A name of orchestrators, and whether this application has its code.</summary>
internal sealed record NameAnswer(string Name, bool Known);
