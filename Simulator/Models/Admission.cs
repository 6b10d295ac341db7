using Workflows.Simulator.Protocol;

namespace Workflows.Simulator.Models;

/// <summary>The answer to a call that asks for a slot: a lease or an error, never both.</summary>
/// <param name="Lease">The slot.</param>
/// <param name="Error">Why there is none.</param>
internal sealed record Admission(CallLease? Lease, ApiError? Error);
