namespace Workflows.Runtime.Host.Monitor;

/// <summary>What a workflow's result is shown with.</summary>
/// <param name="View">The name of the page's view.</param>
/// <param name="Data">What the view shows; it is written as JSON by its runtime type.</param>
public sealed record MonitorResult(string View, object Data);
