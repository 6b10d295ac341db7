using Workflows.Shared.Consultation;

namespace Workflows.Shared.Callbacks;

/// <summary>Checks addresses that callers give for callbacks. What a name resolves to is checked when the connection is made.</summary>
public static class CallbackAddress
{
    /// <summary>The longest address.</summary>
    public const int Longest = 2_048;

    /// <summary>Says why callbacks cannot go to an address; null when they can.</summary>
    /// <param name="url">The caller's text.</param>
    /// <param name="options">The consultations' options.</param>
    public static string? Refuse(string? url, ConsultationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Refuse(url, options.CallbackRules());
    }

    /// <summary>Says why callbacks cannot go to an address, in a sentence for the caller; null when they can.</summary>
    /// <param name="url">The caller's text.</param>
    /// <param name="rules">Where callbacks may go.</param>
    public static string? Refuse(string? url, CallbackRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        if (string.IsNullOrEmpty(url) || url.Length > Longest || url.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '\\')
            || !Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0
            || !url.StartsWith(uri.Scheme + "://", StringComparison.OrdinalIgnoreCase))
        {
            return $"A callback address is an absolute http or https address of at most {Longest:N0} characters, such as https://centerlink.api/webhook.";
        }

        return uri switch
        {
            { UserInfo.Length: > 0 } => "A callback address carries no user name and no password.",
            _ when url.Contains('#', StringComparison.Ordinal) => "A callback address has no fragment (what follows '#').",
            { Port: <= 0 } => "A callback address has a port from 1 to 65535.",
            { Scheme: "http" } when !rules.AllowPrivate => "A callback address must begin with https://.",
            _ when !rules.Lists(uri.IdnHost.Trim('[', ']')) => "The callback address's host is not among those that callbacks may go to; the operator lists them under Consultations:CallbackHosts.",
            _ => null,
        };
    }

    /// <summary>The rules of the consultations.</summary>
    /// <param name="options">Their options.</param>
    public static CallbackRules CallbackRules(this ConsultationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new CallbackRules { Hosts = options.CallbackHosts, AllowPrivate = options.AllowPrivateCallbacks };
    }
}
