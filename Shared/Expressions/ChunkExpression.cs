namespace Workflows.Shared.Expressions;

/// <summary>An expression as a model names it.</summary>
/// <param name="Expression">The expression.</param>
/// <param name="Translation">Its translation.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Usage">How it is used.</param>
/// <param name="Similar">Expressions that say much the same.</param>
/// <param name="Lines">The numbers of the cues in which it stands, as the model believes.</param>
public sealed record ChunkExpression(string Expression, string Translation, string Meaning, string Usage, IReadOnlyList<string> Similar, IReadOnlyList<int> Lines);
