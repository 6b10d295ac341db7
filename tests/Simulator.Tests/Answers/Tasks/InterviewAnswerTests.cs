using System.Text.Json.Nodes;
using Workflows.Simulator.Answers;
using Workflows.Simulator.Answers.Tasks;

namespace Workflows.Simulator.Tests.Answers.Tasks;

public class InterviewAnswerTests
{
    private const string Said = "I kept 6,000 photographs in order. It took two years.";

    [Fact]
    public void A_question_takes_up_the_answer_else_the_documents_else_the_stage()
    {
        PromptSection stage = new("stage", "name: Key project\npurpose: a\nask: b");
        PromptSection document = new("documents", "From the résumé:\nMoved 300 boxes in 48 minutes.");

        Assert.Contains("You said: \"I kept 6,000 photographs in order.\"", Question(stage, document, new PromptSection("answer", Said)), StringComparison.Ordinal);
        Assert.Contains("Your documents say: \"Moved 300 boxes in 48 minutes.\"", Question(stage, document), StringComparison.Ordinal);
        Assert.Contains("Let us talk about key project", Question(stage), StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_with_facts_scores_higher_than_one_without()
    {
        JsonObject good = Analyse(Said);
        JsonObject poor = Analyse("Well.");

        Assert.True(good["score"]!.GetValue<int>() > poor["score"]!.GetValue<int>());
        Assert.All(new[] { good, poor }, analysis => Assert.InRange(analysis["score"]!.GetValue<int>(), 1, 5));
        Assert.StartsWith("Simulated analysis:", good["summary"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_short_rubric_has_a_score_and_a_summary() =>
        Assert.Equal(["score", "summary"], new InterviewLightAnswer().Answer("interview-analysis-light", Prompt(new PromptSection("answer", Said))).Select(field => field.Key));

    [Fact]
    public void The_summary_names_the_best_and_the_weakest_stages()
    {
        JsonObject summary = new InterviewReportAnswer().Answer("interview-report", Prompt(new PromptSection("analyses", "{\"stage\":\"Motivation\",\"score\":5}\nno json\n{\"stage\":\"Project\",\"score\":1}")));

        Assert.Equal("Simulated summary: the mean score of 2 stages is 3.0.", summary["overall"]!.GetValue<string>());
        Assert.Equal(("Motivation: 5", "Project: 1"), (summary["strengths"]![0]!.GetValue<string>(), summary["concerns"]![0]!.GetValue<string>()));
    }

    [Fact]
    public void Asked_for_Korean_it_answers_in_Korean() =>
        Assert.Contains("모의", new InterviewVideoAnswer().Answer("vision", Prompt() with { SystemText = "Write every text in Korean." })["gaze"]!.GetValue<string>(), StringComparison.Ordinal);

    private static string Question(params PromptSection[] sections) => new InterviewQuestionAnswer().Answer("interview-question", Prompt(sections))["question"]!.GetValue<string>();

    private static JsonObject Analyse(string answer) => new InterviewAnalysisAnswer().Answer("interview-analysis", Prompt(new PromptSection("answer", answer), new PromptSection("question", "What have you kept?")));

    private static Prompt Prompt(params PromptSection[] sections) => new("x", sections, string.Join('\n', sections.Select(section => section.Text)), "Write every text in English.");
}
