namespace Workflows.Cli.Debates;

/// <summary>The form of a debate's report.</summary>
internal enum DebateFormat
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>JSON.</summary>
    Json,
}
