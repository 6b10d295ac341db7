namespace Workflows.Simulator.Answers.Rules;

/// <summary>A check of one line; answers a hit or null.</summary>
/// <param name="line">The line with its surroundings.</param>
internal delegate RuleHit? LineRule(LineProbe line);
