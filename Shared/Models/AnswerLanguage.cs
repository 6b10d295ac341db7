namespace Workflows.Shared.Models;

/// <summary>The language in which a model is to write its free text.</summary>
public enum AnswerLanguage
{
    /// <summary>English.</summary>
    English,

    /// <summary>Korean.</summary>
    Korean,
}
