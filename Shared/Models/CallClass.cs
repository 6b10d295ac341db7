namespace Workflows.Shared.Models;

/// <summary>Who waits for a model's answer. A lower number goes first. The numbers are stored: they do not change.</summary>
public enum CallClass
{
    /// <summary>A person or a caller waits within seconds.</summary>
    Realtime = 0,

    /// <summary>Somebody watches the work's progress.</summary>
    Interactive = 1,

    /// <summary>Nobody waits.</summary>
    Batch = 2,
}
