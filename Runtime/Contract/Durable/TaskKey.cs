namespace Workflows.Durable;

/// <summary>What a task is registered under: name and version, both without regard to case.</summary>
internal readonly record struct TaskKey(TaskName Name, TaskVersion Version);
