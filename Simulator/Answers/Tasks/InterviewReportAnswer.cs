using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Simulator.Answers.Texts;

namespace Workflows.Simulator.Answers.Tasks;

/// <summary>The summary of an interview: the mean of the scores, the best stages and the weakest.</summary>
internal sealed class InterviewReportAnswer : ITaskAnswer
{
    private const int Most = 3;

    public IReadOnlyList<string> Tasks { get; } = ["interview-report"];

    public string SchemaName => "interview_summary";

    public JsonObject Answer(string task, Prompt prompt)
    {
        bool korean = prompt.IsToBeKorean();
        List<(string Stage, int Score)> stages = [.. (prompt.Section("analyses") ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read).OfType<(string, int)>()];
        string mean = stages.Count == 0 ? "-" : stages.Average(stage => stage.Score).ToString("0.0", CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["overall"] = korean ? $"모의 요약: {stages.Count}개 단계의 평균 점수는 {mean}점입니다." : $"Simulated summary: the mean score of {stages.Count} stages is {mean}.",
            ["strengths"] = Listed(stages.Where(stage => stage.Score >= 4).OrderByDescending(stage => stage.Score)),
            ["concerns"] = Listed(stages.Where(stage => stage.Score <= 2).OrderBy(stage => stage.Score)),
            ["nextSteps"] = new JsonArray(korean ? "점수가 낮은 단계를 다시 확인하세요." : "Look again at the stages with low scores."),
        };
    }

    private static JsonArray Listed(IEnumerable<(string Stage, int Score)> stages) =>
        new([.. stages.Take(Most).Select(stage => JsonValue.Create(Excerpt.Of(string.Create(CultureInfo.InvariantCulture, $"{stage.Stage}: {stage.Score}"), 300)))]);

    private static (string, int)? Read(string line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            return document.RootElement.TryGetProperty("score", out JsonElement score) && score.TryGetInt32(out int value) ? (Loose.Text(document.RootElement, "stage") ?? "", value) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
