namespace Workflows.Simulator.Answers.Rules;

/// <summary>Something that a line defines.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">What follows the opening parenthesis, or null for a type or value.</param>
/// <param name="IsPrivate">Whether only its own file can use it.</param>
internal sealed record Definition(string Name, string? Parameters, bool IsPrivate);
