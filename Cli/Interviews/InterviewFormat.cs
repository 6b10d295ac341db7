namespace Workflows.Cli.Interviews;

/// <summary>In which form an interview's report is written.</summary>
internal enum InterviewFormat
{
    /// <summary>For reading.</summary>
    Text,

    /// <summary>The whole report.</summary>
    Json,
}
