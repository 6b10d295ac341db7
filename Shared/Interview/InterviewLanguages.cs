using Workflows.Shared.Models;

namespace Workflows.Shared.Interview;

/// <summary>The languages in which interviews are held.</summary>
public static class InterviewLanguages
{
    /// <summary>English.</summary>
    public const string English = "en";

    /// <summary>Korean.</summary>
    public const string Korean = "ko";

    /// <summary>The language of a code; null: it is none.</summary>
    /// <param name="code">The code, in lower case.</param>
    public static AnswerLanguage? Of(string? code) => code switch
    {
        English => AnswerLanguage.English,
        Korean => AnswerLanguage.Korean,
        _ => null,
    };

    /// <summary>What a role is called that was not named.</summary>
    /// <param name="language">The language.</param>
    public static string RoleIn(AnswerLanguage language) => language == AnswerLanguage.Korean ? "지원 직무" : "the position";
}
