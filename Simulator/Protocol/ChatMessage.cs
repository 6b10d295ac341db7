namespace Workflows.Simulator.Protocol;

/// <summary>One message of a conversation, its content as plain text.</summary>
/// <param name="Role">Who speaks: system, developer, user, assistant or tool.</param>
/// <param name="Text">What is said; parts joined by newlines, an image by its type, its size and the start of its digest.</param>
internal sealed record ChatMessage(string Role, string Text)
{
    /// <summary>How many images are shown with it.</summary>
    public int Images { get; init; }
}
