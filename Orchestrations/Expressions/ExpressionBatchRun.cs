using Workflows.Activities.Expressions;
using Workflows.Orchestrations.Fleet;
using Workflows.Shared.Expressions;
using Workflows.Shared.Models;
using Workflows.Shared.Prompts;
using Workflows.Shared.Prompts.Expressions;

namespace Workflows.Orchestrations.Expressions;

/// <summary>One run of <see cref="ExpressionBatch"/>.</summary>
internal sealed class ExpressionBatchRun(TaskOrchestrationContext context, ExpressionBatchWork work)
{
    private static readonly TimeSpan MostWaiting = TimeSpan.FromDays(1);
    private static readonly TaskOptions Retried = TaskOptions.FromRetryPolicy(new RetryPolicy(5, TimeSpan.FromSeconds(2), backoffCoefficient: 3, maxRetryInterval: TimeSpan.FromMinutes(1)));

    private readonly Queue<ChunkFacts> _waiting = new(work.Chunks);
    private readonly List<(int Chunk, DateTime Began, Task<ChunkOutcome> Task)> _running = [];
    private readonly List<ChunkNote> _notes = [];
    private int _workers = work.Workers;
    private int _last = work.Last ?? int.MaxValue;

    /// <summary>Runs until each of its chunks has ended and the parent knows.</summary>
    public async Task RunAsync()
    {
        Task<int> workers = context.WaitForExternalEvent<int>(ExpressionBatch.WorkersEvent);
        Task<int> last = context.WaitForExternalEvent<int>(ExpressionBatch.LastEvent);
        Begin();
        while (_running.Count > 0)
        {
            await Task.WhenAny([.. _running.Select(one => one.Task), workers, last]);
            if (workers.IsCompleted)
            {
                _workers += await workers;
                workers = context.WaitForExternalEvent<int>(ExpressionBatch.WorkersEvent);
            }

            if (last.IsCompleted)
            {
                _last = Math.Min(_last, await last);
                last = context.WaitForExternalEvent<int>(ExpressionBatch.LastEvent);
                _running.Where(one => one.Chunk > _last).ToList().ForEach(one => context.AbandonModelCall(CallId(one.Chunk)));
            }

            foreach ((int Chunk, DateTime Began, Task<ChunkOutcome> Task) ended in _running.Where(one => one.Task.IsCompleted).ToList())
            {
                _running.Remove(ended);
                Tell(await ended.Task, ended.Began);
            }

            Begin();
        }

        await context.NoteAsync(new ExpressionNote { Chunks = _notes });
    }

    private static string CallId(int chunk) => FormattableString.Invariant($"chunk-{chunk}");

    private void Begin()
    {
        while (_running.Count < _workers && _waiting.TryDequeue(out ChunkFacts? chunk))
        {
            if (chunk.Number > _last)
            {
                Tell(new ChunkOutcome { Chunk = chunk.Number }, context.CurrentUtcDateTime);
            }
            else
            {
                _running.Add((chunk.Number, context.CurrentUtcDateTime, AnalyseAsync(chunk)));
            }
        }
    }

    private void Tell(ChunkOutcome outcome, DateTime began)
    {
        context.SendEvent(work.Parent, ExpressionOrchestrator.EndedEvent, new ChunkEnd(work.Batch, outcome));
        _notes.Add(ChunkNote.Of(outcome, context.CurrentUtcDateTime - began));
    }

    private async Task<ChunkOutcome> AnalyseAsync(ChunkFacts chunk)
    {
        ModelCallResult result = await context.CallModelAsync(Request(chunk), CallId(chunk.Number));
        if (result is not { Status: ModelCallStatus.Answered, Answer: { } answer })
        {
            return new ChunkOutcome { Chunk = chunk.Number, Error = chunk.Number > _last ? null : ModelCallWords.Of(result), Simulated = result.Simulated };
        }

        try
        {
            ChunkWork read = new() { Folder = work.Folder, Chunk = chunk.Number, Answer = answer, Options = work.Options };
            IReadOnlyList<FoundExpression> found = await context.CallActivityAsync<List<FoundExpression>>(nameof(ReadChunkAnswer), read, Retried);
            return new ChunkOutcome { Chunk = chunk.Number, Found = found, Raw = work.Options.SaveOutput ? answer : null, Simulated = result.Simulated };
        }
        catch (TaskFailedException)
        {
            return new ChunkOutcome { Chunk = chunk.Number, Error = "The chunk could not be read from the content store." };
        }
    }

    private ModelCallRequest Request(ChunkFacts chunk)
    {
        Prompt prompt = ExpressionPrompt.For(work.Options, "");
        return new ModelCallRequest
        {
            Task = prompt.Task,
            Prompt = new ModelPrompt { Id = prompt.Task, Version = prompt.Version, System = prompt.System, User = "", ContentKey = ExpressionContent.Prompt(work.Folder, chunk.Number) },
            SchemaName = prompt.Schema!.Name,
            Schema = prompt.Schema.Schema.GetRawText(),
            MaxOutputTokens = prompt.MaxOutputTokens,
            Temperature = prompt.Temperature,
            WorkStamp = work.WorkStamp,
            Deadline = work.WorkStamp + MostWaiting,
            BudgetSeconds = work.Options.TimeoutSeconds,
            PromptTokens = TokenEstimate.Of(prompt.System) + chunk.Tokens,
        };
    }
}
