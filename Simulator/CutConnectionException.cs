namespace Workflows.Simulator;

/// <summary>The connection is to be broken here, as the <c>cut</c> fault asks.</summary>
internal sealed class CutConnectionException() : IOException("Simulated: the connection was cut.");
