using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Activities;

/// <summary>Reads the resource class off the event that scheduled an activity: the tag is in the history, and so outlives the process.</summary>
internal static class ResourceTag
{
    /// <returns>Null: it has none.</returns>
    public static string? ClassOf(EventDetails? details) =>
        details?.Tags is { } tags && tags.TryGetValue(DurableEngineOptions.ResourceClassTag, out string? name) ? name : null;
}
