namespace Workflows.Shared;

/// <summary>
/// A reference to a key vault that the platform should have replaced by the secret. When it cannot (no permission, no such secret) the setting holds the reference itself:
/// text that anyone can guess, which must never serve as a secret.
/// </summary>
internal static class VaultReference
{
    private const string Start = "@Microsoft.KeyVault(";

    /// <summary>Whether a setting holds a reference that was not replaced.</summary>
    public static bool IsUnresolved(string? value) => value is not null && value.TrimStart().StartsWith(Start, StringComparison.OrdinalIgnoreCase);
}
