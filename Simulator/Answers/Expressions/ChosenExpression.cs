namespace Workflows.Simulator.Answers.Expressions;

/// <summary>An expression that stands in the lines.</summary>
/// <param name="Text">The expression.</param>
/// <param name="Start">Where it begins in the whole text.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Lines">The numbers of the lines in which it stands.</param>
internal sealed record ChosenExpression(string Text, int Start, int End, IReadOnlyList<int> Lines)
{
    /// <summary>Whether both have letters in common.</summary>
    public bool Overlaps(ChosenExpression other) => Start < other.End && other.Start < End;
}
