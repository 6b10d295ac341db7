using System.Net;
using System.Net.Sockets;

namespace Workflows.Shared.Callbacks;

/// <summary>
/// Tells of an IP address what lies behind it. The ranges are those of the IANA special-purpose registries
/// (https://www.iana.org/assignments/iana-ipv4-special-registry, …/iana-ipv6-special-registry).
/// </summary>
public static class AddressKinds
{
    private const int Ipv4At = 12;

    // A more particular range stands before the wider one that holds it.
    private static readonly (IPNetwork Range, AddressKind Kind)[] Ipv4 = Table(
        ("169.254.169.254/32", AddressKind.Metadata),
        ("169.254.170.2/32", AddressKind.Metadata),
        ("100.100.100.200/32", AddressKind.Metadata),
        ("168.63.129.16/32", AddressKind.Metadata),
        ("192.0.0.192/32", AddressKind.Metadata),
        ("0.0.0.0/8", AddressKind.Reserved),
        ("10.0.0.0/8", AddressKind.Private),
        ("100.64.0.0/10", AddressKind.CarrierGrade),
        ("127.0.0.0/8", AddressKind.Loopback),
        ("169.254.0.0/16", AddressKind.LinkLocal),
        ("172.16.0.0/12", AddressKind.Private),
        ("192.0.0.0/24", AddressKind.Reserved),
        ("192.0.2.0/24", AddressKind.Reserved),
        ("192.88.99.0/24", AddressKind.Reserved),
        ("192.168.0.0/16", AddressKind.Private),
        ("198.18.0.0/15", AddressKind.Reserved),
        ("198.51.100.0/24", AddressKind.Reserved),
        ("203.0.113.0/24", AddressKind.Reserved),
        ("224.0.0.0/4", AddressKind.Multicast),
        ("255.255.255.255/32", AddressKind.Multicast),
        ("240.0.0.0/4", AddressKind.Reserved));

    private static readonly (IPNetwork Range, AddressKind Kind)[] Ipv6 = Table(
        ("::1/128", AddressKind.Loopback),
        ("fd00:ec2::254/128", AddressKind.Metadata),
        ("fd20:ce::254/128", AddressKind.Metadata),
        ("fc00::/7", AddressKind.Private),
        ("fec0::/10", AddressKind.Private),
        ("fe80::/10", AddressKind.LinkLocal),
        ("ff00::/8", AddressKind.Multicast),
        ("2001::/23", AddressKind.Reserved),
        ("2001:db8::/32", AddressKind.Reserved),
        ("2002::/16", AddressKind.Reserved),
        ("3fff::/20", AddressKind.Reserved),
        ("2000::/3", AddressKind.Public));

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>The kind of an address. An IPv4 address in the clothes of an IPv6 one (mapped, or behind NAT64) is what it is as IPv4.</summary>
    public static AddressKind Of(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return Find(Ipv4, address) ?? AddressKind.Public;
        }

        IPAddress bare = new(address.GetAddressBytes());
        return bare.IsIPv4MappedToIPv6 || Nat64.Contains(bare)
            ? Of(new IPAddress(bare.GetAddressBytes().AsSpan(Ipv4At)))
            : Find(Ipv6, bare) ?? AddressKind.Reserved;
    }

    /// <summary>Whether a callback may be sent there.</summary>
    /// <param name="address">The address.</param>
    /// <param name="allowPrivate">Whether this machine, this link and private networks are in bounds. The rest never is.</param>
    public static bool IsAllowed(IPAddress address, bool allowPrivate) => Of(address) switch
    {
        AddressKind.Public => true,
        AddressKind.Loopback or AddressKind.LinkLocal or AddressKind.Private or AddressKind.CarrierGrade => allowPrivate,
        _ => false,
    };

    private static AddressKind? Find((IPNetwork Range, AddressKind Kind)[] table, IPAddress address)
    {
        foreach ((IPNetwork range, AddressKind kind) in table)
        {
            if (range.Contains(address))
            {
                return kind;
            }
        }

        return null;
    }

    private static (IPNetwork Range, AddressKind Kind)[] Table(params (string Range, AddressKind Kind)[] rows) =>
        [.. rows.Select(row => (IPNetwork.Parse(row.Range), row.Kind))];
}
