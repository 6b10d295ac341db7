using Workflows.Durable;

namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>Why an execution cannot go on.</summary>
/// <param name="Failure">What its instance fails with.</param>
/// <param name="Entities">Entities that it may have locked.</param>
internal sealed record BrokenExecution(TaskFailureDetails Failure, IReadOnlyList<string> Entities);
