namespace Workflows.Durable;

/// <summary>How an orchestration starts over.</summary>
public class ContinueAsNewOptions
{
    /// <summary>The input of the new run; null by default.</summary>
    public object? NewInput { get; set; }

    /// <summary>The version of the new run; null: the version of the run that ends.</summary>
    public string? NewVersion { get; set; }

    /// <summary>True, the default: events that no one has waited for are handed to the new run. False: they are dropped.</summary>
    public bool PreserveUnprocessedEvents { get; set; } = true;
}
