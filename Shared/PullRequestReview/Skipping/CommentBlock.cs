namespace Workflows.Shared.PullRequestReview.Skipping;

/// <summary>A pair of marks around a comment.</summary>
/// <param name="Open">The mark that begins it.</param>
/// <param name="Close">The mark that ends it.</param>
/// <param name="FirstColumn">True when the opening mark counts only at the very start of a line.</param>
/// <param name="OneLine">True when only a comment that closes on its own line is trusted.</param>
internal sealed record CommentBlock(string Open, string Close, bool FirstColumn = false, bool OneLine = false);
