namespace Workflows.Runtime.Host.Monitor.Access;

/// <summary>What the page is told of itself.</summary>
internal sealed record SessionAnswer
{
    public required string Access { get; init; }

    public required bool LoggedIn { get; init; }

    public string? Role { get; init; }

    public string? Who { get; init; }

    public string? Csrf { get; init; }

    public required string Hub { get; init; }

    public required double TimeScale { get; init; }

    public required bool RunsWork { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required bool LoginPossible { get; init; }

    public string? Remedy { get; init; }
}
