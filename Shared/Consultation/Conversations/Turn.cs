namespace Workflows.Shared.Consultation.Conversations;

/// <summary>What somebody says until somebody else speaks, or a sentence where nobody is named.</summary>
/// <param name="Speaker">Who says it.</param>
/// <param name="Text">What is said, on one line, without the speaker's name; not empty.</param>
internal readonly record struct Turn(Speaker Speaker, string Text);
