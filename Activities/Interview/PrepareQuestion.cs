using Workflows.Activities.Content;
using Workflows.Shared.Interview;
using Workflows.Shared.Prompts.Interview;

namespace Workflows.Activities.Interview;

/// <summary>Makes the prompt of a stage's question from the documents and the conversation, and puts it into the content store.</summary>
public sealed class PrepareQuestion(IContentStore store)
{
    /// <summary>Where the prompt stands.</summary>
    /// <param name="work">The question.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">The interview's content is not there any more.</exception>
    [Function(nameof(PrepareQuestion))]
    public async Task<PreparedPrompt> RunAsync([ActivityTrigger] QuestionWork work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        InterviewStore.Check(work.Folder);
        InterviewSource source = await InterviewStore.SourceAsync(store, work.Folder, cancellationToken);
        StageBrief brief = source.Stages[work.Stage - 1];
        IReadOnlyList<InterviewTurn> turns = await InterviewStore.TurnsAsync(store, work.Folder, work.Turns, cancellationToken);
        string? last = work.TakesUp && turns.Count > 0 ? turns[^1].Answer : null;
        IReadOnlyList<string> documents = InterviewDocuments.For(InterviewDocuments.Passages(source), brief, last, work.Likeness);
        string text = InterviewPromptData.Question(work.Role, work.Name, brief, documents, turns, work.TakesUp);
        return await InterviewStore.PromptAsync(store, work.Folder, InterviewContent.Prompt(work.Folder, work.Stage, "question"), text, cancellationToken);
    }
}
