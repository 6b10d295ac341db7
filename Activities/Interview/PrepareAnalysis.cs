using Workflows.Activities.Content;
using Workflows.Shared.Interview;
using Workflows.Shared.Prompts.Interview;

namespace Workflows.Activities.Interview;

/// <summary>Makes the prompt of an answer's analysis, and puts it into the content store.</summary>
public sealed class PrepareAnalysis(IContentStore store)
{
    /// <summary>Where the prompt stands; null: the answer says nothing that is known.</summary>
    /// <param name="work">The analysis.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">The interview's content is not there any more.</exception>
    [Function(nameof(PrepareAnalysis))]
    public async Task<PreparedPrompt?> RunAsync([ActivityTrigger] AnalysisWork work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        InterviewStore.Check(work.Folder);
        InterviewSource source = await InterviewStore.SourceAsync(store, work.Folder, cancellationToken);
        if (await InterviewStore.AnswerAsync(store, work.Folder, work.Turn, cancellationToken) is not { } answer)
        {
            return null;
        }

        StageBrief brief = source.Stages[work.Turn.Stage - 1];
        bool isLight = work.Mode == AnalysisMode.Light;
        IReadOnlyList<string> documents = isLight ? [] : InterviewDocuments.For(InterviewDocuments.Passages(source), brief, answer, work.Likeness);
        string text = InterviewPromptData.Analysis(work.Role, new InterviewTurn(work.Turn.Name, work.Turn.Question, answer), brief, documents);
        return await InterviewStore.PromptAsync(store, work.Folder, InterviewContent.Prompt(work.Folder, work.Turn.Stage, isLight ? "light" : "analysis"), text, cancellationToken);
    }
}
