namespace Workflows.Simulator.Answers.Rules;

/// <summary>What a rule says about a line.</summary>
/// <param name="Severity">How grave it is.</param>
/// <param name="Category">The kind of problem, in kebab-case.</param>
/// <param name="Title">The problem in a few words.</param>
/// <param name="Message">The problem in a sentence that names identifiers of the line in backticks.</param>
/// <param name="Suggestion">What to write instead, or null.</param>
/// <param name="Confidence">0 to 1.</param>
internal sealed record RuleHit(Severity Severity, string Category, string Title, string Message, string? Suggestion = null, double Confidence = 0.8);
