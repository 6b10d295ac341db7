namespace Workflows.Simulator.Answers.Diffs;

/// <summary>The languages that the review rules tell apart.</summary>
internal enum Language
{
    Other,
    CSharp,
    Java,
    Script,
    Python,
    Go,
    C,
    Rust,
    Sql,
    Shell,
    Yaml,
    Config,
    Ruby,
    Php,
    Docker,
    Prose,
}
