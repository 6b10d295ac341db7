namespace Workflows.Runtime.Engine.HostTables;

/// <summary>One operation that somebody carried out by hand. It holds no payloads.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Time">When it began.</param>
/// <param name="Who">Who did it.</param>
/// <param name="Role">With what right.</param>
/// <param name="Origin">From which address.</param>
/// <param name="Operation">What.</param>
/// <param name="Target">To what; null: to none in particular.</param>
/// <param name="Details">How it was asked for.</param>
/// <param name="Outcome">How it went.</param>
/// <param name="Message">What its answer said.</param>
internal sealed record AuditRow(
    long Id, DateTimeOffset Time, string Who, string Role, string Origin, string Operation, string? Target, string? Details, string Outcome, string? Message);
