namespace Workflows.Simulator.Protocol;

/// <summary>One message of a conversation, its content as plain text.</summary>
/// <param name="Role">Who speaks: system, developer, user, assistant or tool.</param>
/// <param name="Text">What is said; text parts joined by newlines.</param>
internal sealed record ChatMessage(string Role, string Text);
