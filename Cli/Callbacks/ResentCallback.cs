namespace Workflows.Cli.Callbacks;

/// <summary>How far a callback is that is sent again.</summary>
/// <param name="Delivered">Whether it was delivered; null: not known yet.</param>
/// <param name="Error">Why it was not.</param>
/// <param name="NextAt">When it is tried again.</param>
internal sealed record ResentCallback(bool? Delivered, string? Error = null, DateTimeOffset? NextAt = null);
