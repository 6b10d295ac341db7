namespace Workflows.Simulator.Answers.Dialogues;

/// <summary>What one speaker says, on one line.</summary>
/// <param name="IsCustomer">True for who called, false for who was called, null where that is not told.</param>
/// <param name="Text">What is said, without the speaker's name.</param>
internal sealed record DialogueTurn(bool? IsCustomer, string Text);
