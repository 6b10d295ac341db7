namespace Workflows.Shared.Callbacks;

/// <summary>What lies behind an IP address.</summary>
public enum AddressKind
{
    /// <summary>The public internet.</summary>
    Public,

    /// <summary>This machine.</summary>
    Loopback,

    /// <summary>This link.</summary>
    LinkLocal,

    /// <summary>A private network: RFC 1918, unique-local IPv6.</summary>
    Private,

    /// <summary>A provider's inner network (carrier-grade NAT).</summary>
    CarrierGrade,

    /// <summary>A cloud's own service for its machines, which hands out credentials.</summary>
    Metadata,

    /// <summary>Many receivers, or all of a network.</summary>
    Multicast,

    /// <summary>Set aside: unspecified, documentation, benchmarks, tunnels, not assigned.</summary>
    Reserved,
}
