using System.Net;

namespace Workflows.Shared.Callbacks;

/// <summary>Where callbacks may go.</summary>
public sealed record CallbackRules
{
    /// <summary>Names of hosts, <c>*.name</c> for all below one, IP addresses (of IPv6 also in brackets).</summary>
    public required IReadOnlyCollection<string> Hosts { get; init; }

    /// <summary>Whether plain http, and addresses of this machine, this link and private networks, are in bounds.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>Whether a host is on the list; an IP address only when it is listed itself.</summary>
    /// <param name="host">The host, in the form of <see cref="Uri.IdnHost"/>.</param>
    internal bool Lists(string host) => IPAddress.TryParse(host, out IPAddress? address)
        ? Hosts.Any(listed => IPAddress.TryParse(listed.Trim('[', ']'), out IPAddress? known) && known.Equals(address))
        : Hosts.Any(listed => listed.StartsWith("*.", StringComparison.Ordinal)
            ? host.Length > listed.Length - 1 && host.EndsWith(listed[1..], StringComparison.OrdinalIgnoreCase)
            : host.Equals(listed, StringComparison.OrdinalIgnoreCase));
}
