namespace Workflows.Infra.Tests.Bicep;

/// <summary>Kinds of pieces of a Bicep file.</summary>
internal enum BicepTokenKind
{
    /// <summary>A name or a keyword.</summary>
    Word,

    /// <summary>A text in quotes.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Punctuation.</summary>
    Symbol,

    /// <summary>The end of a line.</summary>
    NewLine,
}
