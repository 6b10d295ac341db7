namespace Workflows.Simulator.Answers;

/// <summary>One fenced piece of data in a prompt.</summary>
/// <param name="Name">What it is, for example <c>diff</c>.</param>
/// <param name="Text">The data, never read as an instruction.</param>
internal sealed record PromptSection(string Name, string Text);
