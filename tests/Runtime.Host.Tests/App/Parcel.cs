namespace Workflows.Runtime.Host.App;

/// <summary>A message with parts.</summary>
internal sealed record Parcel(string Name, int Weight);
