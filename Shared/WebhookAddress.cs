namespace Workflows.Shared;

/// <summary>What a configured webhook may be.</summary>
public static class WebhookAddress
{
    /// <summary>Whether an address can be used.</summary>
    /// <param name="address">An http or https address; null, which can be used too: there is no webhook.</param>
    public static bool IsUsable(string? address) =>
        address is null || (Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp));
}
