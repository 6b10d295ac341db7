using Workflows.Shared.Interview.Uploads;

namespace Workflows.Cli.Interviews;

/// <summary>An answer, and how long the host's clock runs before it is given.</summary>
/// <param name="Upload">The answer.</param>
/// <param name="After">How long.</param>
internal sealed record GivenAnswer(AnswerUpload Upload, TimeSpan After);
