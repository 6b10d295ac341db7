using Workflows.Shared.Models;

namespace Workflows.Shared.Expressions;

/// <summary>The languages into which expressions are translated, by their codes (ISO 639-1).</summary>
public static class ExpressionLanguages
{
    /// <summary>The names in English, by code.</summary>
    public static IReadOnlyDictionary<string, string> Names { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["ar"] = "Arabic", ["de"] = "German", ["en"] = "English", ["es"] = "Spanish", ["fr"] = "French", ["hi"] = "Hindi", ["id"] = "Indonesian", ["it"] = "Italian", ["ja"] = "Japanese", ["ko"] = "Korean",
        ["nl"] = "Dutch", ["pl"] = "Polish", ["pt"] = "Portuguese", ["ru"] = "Russian", ["th"] = "Thai", ["tr"] = "Turkish", ["uk"] = "Ukrainian", ["vi"] = "Vietnamese", ["zh"] = "Chinese",
    };

    /// <summary>The language by whose script an answer can be checked (<see cref="ScriptCheck"/>); null: there is no check for it. Expressions themselves are in the film's language and are left out of it.</summary>
    /// <param name="code">The code.</param>
    public static AnswerLanguage? Checked(string code) => code switch
    {
        "en" => AnswerLanguage.English,
        "ko" => AnswerLanguage.Korean,
        _ => null,
    };
}
