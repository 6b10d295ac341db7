namespace Workflows.Activities.Models;

/// <summary>What an attempt has written so far.</summary>
/// <param name="Run">The attempt's number.</param>
/// <param name="Text">All of it.</param>
public sealed record TokenFeedText(long Run, string Text);
