using Workflows.Shared.Models;

namespace Workflows.Shared.Consultation.Conversations;

/// <summary>The language a conversation is held in.</summary>
public static class ConversationLanguage
{
    private const double KoreanShare = 0.2;

    /// <summary>Korean when a fifth of the letters is Hangul: model names, addresses and loan words are written in Latin letters in Korean, too.</summary>
    public static AnswerLanguage Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int letters = 0;
        int hangul = 0;
        foreach (char c in text)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            hangul += c is (>= '\uAC00' and <= '\uD7A3') or (>= '\u1100' and <= '\u11FF') or (>= '\u3130' and <= '\u318F') ? 1 : 0;
        }

        return hangul > 0 && hangul >= KoreanShare * letters ? AnswerLanguage.Korean : AnswerLanguage.English;
    }
}
