namespace Workflows.Runtime.Engine.Inspection;

/// <summary>By what instances are listed.</summary>
internal enum InstanceSort
{
    Created,

    /// <summary>By the last change.</summary>
    Updated,

    /// <summary>By the end; those that have not ended come as the latest, in the order of creation.</summary>
    Completed,

    /// <summary>By the time from creation to end; those that have not ended come as the longest, the oldest of them as the longest of all.</summary>
    Duration,

    Name,

    /// <summary>By the status's name.</summary>
    Status,

    Id,
}
