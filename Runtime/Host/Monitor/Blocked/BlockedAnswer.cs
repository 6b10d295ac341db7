namespace Workflows.Runtime.Host.Monitor.Blocked;

/// <summary>Why an instance waits: from itself down to what keeps it.</summary>
internal sealed record BlockedAnswer(
    string Id, string Status, DateTimeOffset? Since, DateTimeOffset Now, BlockedLevel? Leaf, string? Summary, IReadOnlyList<BlockedLevel> Chain);
