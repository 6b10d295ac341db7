using Workflows.Runtime.Engine.Inspection;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Host.Monitor.Http;

namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>An instance in a list.</summary>
internal sealed record InstanceItem
{
    private const int MostText = 200;

    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? Version { get; init; }

    public required string Status { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Updated { get; init; }

    public DateTimeOffset? Completed { get; init; }

    public required double DurationSeconds { get; init; }

    public required long Events { get; init; }

    public InstanceRef? Parent { get; init; }

    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    public ProgressAnswer? Progress { get; init; }

    public string? CustomStatus { get; init; }

    public string? Failure { get; init; }

    /// <summary>How many it started; only where that is listed.</summary>
    public long? Children { get; init; }

    public static InstanceItem Of(InstanceRecord head, DateTimeOffset now) => new()
    {
        Id = head.Id,
        Name = head.Name,
        Version = head.Version,
        Status = head.Status.ToString(),
        Created = head.Created,
        Updated = head.Updated,
        Completed = head.Completed,
        DurationSeconds = Duration(head, now),
        Events = head.LastSequence,
        Parent = head.Parent is { } parent ? new InstanceRef(parent, null, null) : null,
        Tags = head.Tags,
        Progress = ProgressAnswer.Of(head.CustomStatus),
        CustomStatus = head.CustomStatus is { } status ? Cutting.To(status, MostText) : null,
        Failure = head.Failure is { } failure ? Cutting.To(failure.ErrorMessage, MostText) : null,
    };

    public static InstanceItem Of(FamilyMember member, DateTimeOffset now) => Of(member.Head, now) with { Children = member.ChildCount };

    public static double Duration(InstanceRecord head, DateTimeOffset now) =>
        Math.Max(0, Math.Round(((head.Completed ?? now) - head.Created).TotalSeconds, 3));
}
