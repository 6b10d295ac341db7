using Workflows.Simulator.Answers.Tasks;

namespace Workflows.Simulator.Answers;

/// <summary>Finds who answers a task.</summary>
internal static class TaskAnswers
{
    private static readonly ITaskAnswer[] All =
    [
        new RefinedDescriptionAnswer(), new FileFindingsAnswer(), new ReasonedFindingsAnswer(), new MergedFindingsAnswer(),
        new CrossFileAnswer(), new VerdictsAnswer(), new ReviewSummaryAnswer(), new ConsultationAnalysisAnswer(), new DebateAnswer(), new ExpressionAnalysisAnswer(),
        new InterviewQuestionAnswer(), new InterviewAnalysisAnswer(), new InterviewLightAnswer(), new InterviewReportAnswer(), new InterviewVideoAnswer(),
    ];

    /// <summary>The answerer of a prompt: by its task, or by the schema's name where it names no task; null when nobody knows it.</summary>
    /// <remarks>A known task that asks for a schema of another name is another workflow's, and so is one without any data.</remarks>
    public static (ITaskAnswer Answerer, string Task)? Find(Prompt prompt, string? schemaName)
    {
        if (prompt.Sections.Count == 0)
        {
            return null;
        }

        var answerer = Array.Find(All, answer => prompt.Task is { } task ? answer.Tasks.Contains(task) : answer.SchemaName == schemaName);
        return answerer is not null && (schemaName is null || schemaName == answerer.SchemaName)
            ? (answerer, prompt.Task ?? Default(answerer))
            : null;
    }

    // Without a task, findings in one file are what shows on the face of the diff.
    private static string Default(ITaskAnswer answerer) => answerer.SchemaName == "file_findings" ? "F2" : answerer.Tasks[0];
}
