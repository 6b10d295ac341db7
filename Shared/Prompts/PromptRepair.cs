namespace Workflows.Shared.Prompts;

/// <summary>The one question that follows an answer which could not be used.</summary>
public static class PromptRepair
{
    /// <summary>The user message to send after the prompt and the model's bad answer.</summary>
    /// <param name="error">What was wrong, as <see cref="Models.AnswerReading.Error"/> says it; it may quote the answer and is fenced as data.</param>
    public static string UserMessage(string error) =>
        "Your last answer could not be used. What was wrong with it:\n"
        + PromptData.Fence("error", error)
        + "\nAnswer the same task again, completely, with nothing but one JSON object of the required shape.";
}
