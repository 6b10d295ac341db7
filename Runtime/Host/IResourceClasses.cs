namespace Workflows.Runtime.Host;

/// <summary>What an application knows of the resource classes of its activities; a service that it may register. Settings (<see cref="EmbeddedHostOptions.ResourceClasses"/>) go before.</summary>
public interface IResourceClasses
{
    /// <summary>How many slots each class needs, by its name; each at least 1. Asked once, at the start, when all settings have been checked.</summary>
    IReadOnlyDictionary<string, int> Slots { get; }
}
