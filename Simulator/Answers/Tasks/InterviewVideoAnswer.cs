using System.Text.Json.Nodes;

namespace Workflows.Simulator.Answers.Tasks;

/// <summary>The notes on video frames of an answer: the simulator sees nothing, and says so.</summary>
internal sealed class InterviewVideoAnswer : ITaskAnswer
{
    public IReadOnlyList<string> Tasks { get; } = ["vision"];

    public string SchemaName => "interview_video";

    public JsonObject Answer(string task, Prompt prompt) => prompt.IsToBeKorean()
        ? new JsonObject { ["expression"] = "모의 응답: 표정은 확인하지 않았습니다.", ["gaze"] = "모의 응답: 시선은 확인하지 않았습니다." }
        : new JsonObject { ["expression"] = "Simulated: nobody looked at the face.", ["gaze"] = "Simulated: nobody looked at the gaze." };
}
