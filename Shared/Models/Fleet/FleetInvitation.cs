namespace Workflows.Shared.Models.Fleet;

/// <summary>News for an orchestration that a slot is held for its ticket. It is a hint only: asking again is what gives the lease.</summary>
public sealed record FleetInvitation
{
    /// <summary>The ticket.</summary>
    public required string TicketId { get; init; }

    /// <summary>The orchestration to tell.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The name of the event that carries the news to a ticket's orchestration.</summary>
    /// <param name="ticketId">The ticket.</param>
    public static string EventName(string ticketId) => "fleet:" + ticketId;
}
