namespace Workflows.Simulator.Answers.Tasks;

/// <summary>What the prompts of interviews have in common.</summary>
internal static class InterviewPromptExtensions
{
    /// <summary>Whether the answer is to be Korean.</summary>
    public static bool IsToBeKorean(this Prompt prompt) => prompt.SystemText.Contains("Write every text in Korean.", StringComparison.Ordinal);
}
