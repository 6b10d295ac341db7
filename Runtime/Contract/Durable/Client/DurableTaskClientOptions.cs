using System.Diagnostics.CodeAnalysis;
using Workflows.Durable.Converters;

namespace Workflows.Durable.Client;

/// <summary>How a client works.</summary>
public class DurableTaskClientOptions
{
    private DataConverter _converter = JsonDataConverter.Default;
    private bool _entities;

    /// <summary>The version of orchestrations that are started without one; empty, the default: unversioned.</summary>
    public string DefaultVersion { get; set; } = string.Empty;

    /// <summary>Writes and reads payloads. By default the <see cref="DataConverter"/> of the services, else JSON; setting null restores the default.</summary>
    [AllowNull]
    public DataConverter DataConverter
    {
        get => _converter;
        set
        {
            _converter = value ?? JsonDataConverter.Default;
            HasOwnConverter = value is not null;
        }
    }

    /// <summary>True: the client offers entities. False by default; the host sets it.</summary>
    public bool EnableEntitySupport
    {
        get => _entities;
        set
        {
            _entities = value;
            HasOwnEntitySupport = true;
        }
    }

    internal bool HasOwnConverter { get; private set; }

    internal bool HasOwnEntitySupport { get; private set; }

    /// <summary>Hands what is set here to options of a derived type, which keep what they set themselves.</summary>
    internal void ApplyTo(DurableTaskClientOptions other)
    {
        if (!other.HasOwnConverter)
        {
            other.DataConverter = _converter;
        }

        if (!other.HasOwnEntitySupport)
        {
            other.EnableEntitySupport = _entities;
        }

        if (!string.IsNullOrWhiteSpace(DefaultVersion))
        {
            other.DefaultVersion = DefaultVersion;
        }
    }
}
