using Workflows.Simulator.Answers.Dialogues;

namespace Workflows.Simulator.Answers.Tasks;

/// <summary>The quick summary of a consultation: plain text, what was wanted and how it ended, in the conversation's words.</summary>
internal static class QuickSummaryAnswer
{
    /// <summary>The task.</summary>
    public const string Task = "quick_summary";

    // Two such parts stay below the task's 50 tokens.
    private const int LongestPart = 34;
    private const int LongestEnglishPart = 80;

    /// <summary>One line.</summary>
    public static string Write(Prompt prompt)
    {
        Dialogue dialogue = Dialogue.Read(prompt.Section("conversation") ?? prompt.UserText);
        int longest = dialogue.IsKorean ? LongestPart : LongestEnglishPart;
        string nothing = dialogue.IsKorean ? "확인되지 않음" : "Not told.";
        string wish = PlainStyle.Join(dialogue.Wish(1), longest, nothing);
        string ending = PlainStyle.Join(dialogue.Ending(1), longest, nothing);
        return wish == ending ? wish : $"{wish.TrimEnd('.', '?', '!')} → {ending}";
    }
}
