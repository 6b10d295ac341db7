namespace Workflows.Runtime.Engine.Activities;

/// <summary>Where an activity stands among those that wait for the same resource.</summary>
/// <param name="ResourceClass">The resource; null: none that is counted by itself.</param>
/// <param name="Place">Its place among those that wait, from 1.</param>
/// <param name="Waiting">How many wait there.</param>
/// <param name="Running">How many run there.</param>
/// <param name="Limit">How many may run there at once.</param>
internal sealed record ActivityPlace(string? ResourceClass, int Place, int Waiting, int Running, int Limit);
