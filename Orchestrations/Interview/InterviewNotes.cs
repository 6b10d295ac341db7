using Workflows.Activities.Interview;
using Workflows.Shared.Interview;

namespace Workflows.Orchestrations.Interview;

/// <summary>Has counted and logged what happens. Nobody waits for it but the end.</summary>
internal sealed class InterviewNotes(TaskOrchestrationContext context)
{
    private readonly List<Task> _open = [];

    public void Add(int stage, Func<InterviewNote, InterviewNote> fill) =>
        _open.Add(context.CallActivityAsync(nameof(NoteInterview), fill(new InterviewNote { Interview = context.InstanceId, Stage = stage })));

    /// <summary>Ends when all is noted. What could not be noted costs nobody a report.</summary>
    public async Task EndAsync()
    {
        foreach (Task note in _open)
        {
            try
            {
                await note;
            }
            catch (TaskFailedException)
            {
            }
        }
    }
}
