using System.Diagnostics.CodeAnalysis;
using Workflows.Durable.Converters;

namespace Workflows.Durable.Client;

/// <summary>How a client works.</summary>
public class DurableTaskClientOptions
{
    /// <summary>The version of orchestrations that are started without one; empty, the default: unversioned.</summary>
    public string DefaultVersion { get; set; } = string.Empty;

    /// <summary>Writes and reads payloads. JSON by default; setting null restores the default.</summary>
    [AllowNull]
    public DataConverter DataConverter
    {
        get;
        set => field = value ?? JsonDataConverter.Default;
    }
    = JsonDataConverter.Default;

    /// <summary>True: the client offers entities. False by default; the host sets it.</summary>
    public bool EnableEntitySupport { get; set; }
}
