namespace Workflows.Shared.Expressions.Exports;

/// <summary>How a report is written for people and other programs.</summary>
public enum ExpressionFormat
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>The whole report as JSON.</summary>
    Json,

    /// <summary>The expressions as CSV, RFC 4180.</summary>
    Csv,

    /// <summary>The expressions as notes for Anki.</summary>
    Anki,
}
