namespace Workflows.Shared.Consultation.Conversations;

/// <summary>Who says something.</summary>
internal enum Speaker
{
    /// <summary>Not told.</summary>
    Unknown,

    /// <summary>Who called.</summary>
    Customer,

    /// <summary>Who was called.</summary>
    Agent,
}
