namespace Workflows.Activities.Callbacks;

/// <summary>A name that resolves to no address where callbacks may go.</summary>
internal sealed class RefusedAddressException() : Exception("The host's name resolves to no address that callbacks may go to.");
