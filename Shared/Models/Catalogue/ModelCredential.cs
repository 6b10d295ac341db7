namespace Workflows.Shared.Models;

/// <summary>How a pool's server is told who asks, where it is not by a key.</summary>
public enum ModelCredential
{
    /// <summary>By a token of the app's own identity in Microsoft Entra ID: a workload identity where there is one, else the managed identity.</summary>
    ManagedIdentity,
}
