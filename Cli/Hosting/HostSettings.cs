namespace Workflows.Cli.Hosting;

/// <summary>What a command wants of a host.</summary>
internal sealed record HostSettings
{
    /// <summary>The folder of the data file.</summary>
    public required string DataFolder { get; init; }

    /// <summary>How many times faster time runs; null: as configured.</summary>
    public double? TimeScale { get; init; }

    /// <summary>Whether it listens.</summary>
    public bool ServeHttp { get; init; }

    /// <summary>Where it listens; null: as configured.</summary>
    public string? Urls { get; init; }

    /// <summary>False: the data folder is only looked at, nothing in it goes on.</summary>
    public bool RunsWork { get; init; } = true;

    /// <summary>True: the log from Information up, else from Warning up.</summary>
    public bool Verbose { get; init; }
}
