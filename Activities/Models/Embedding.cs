namespace Workflows.Activities.Models;

/// <summary>One vector of a reply.</summary>
/// <param name="Index">The number of its input, from 0, as the server says.</param>
/// <param name="Vector">Its values; what is no number is <see cref="double.NaN"/>.</param>
internal sealed record Embedding(int Index, double[] Vector);
