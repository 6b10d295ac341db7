namespace Workflows.Cli.Inputs;

/// <summary>What a range of commits says about itself.</summary>
/// <param name="Title">The only commit's subject, else the branch's name; null when there is neither.</param>
/// <param name="Body">The only commit's body, or null.</param>
internal sealed record GitMessage(string? Title, string? Body);
