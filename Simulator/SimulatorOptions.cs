using System.Net;
using Workflows.Simulator.Profiles;

namespace Workflows.Simulator;

/// <summary>What a simulator serves and where it listens.</summary>
public sealed record SimulatorOptions
{
    /// <summary>The address to listen on. Only loopback addresses are taken unless <see cref="AllowRemote"/> is set.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port to listen on; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Whether an address that other machines can reach is allowed.</summary>
    public bool AllowRemote { get; init; }

    /// <summary>The named profile whose models are served, see <see cref="NamedProfiles"/>.</summary>
    public string Profile { get; init; } = NamedProfiles.Quick;

    /// <summary>Further models by name; one that the named profile has too replaces it.</summary>
    public IReadOnlyDictionary<string, ModelProfile> Models { get; init; } = new Dictionary<string, ModelProfile>();

    /// <summary>The seed of all draws. The same seed and the same request always give the same answer and the same latency.</summary>
    public long Seed { get; init; } = 1;
}
