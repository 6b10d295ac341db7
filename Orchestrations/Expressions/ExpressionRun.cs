using Workflows.Shared.Expressions;
using Workflows.Shared.Expressions.Selection;

namespace Workflows.Orchestrations.Expressions;

/// <summary>
/// The chunks of one analysis. They run in batches of at most <see cref="BatchSize"/>, each an orchestration of its own, so that no history grows with the film; the workers move from batch to batch
/// (<see cref="BatchShares"/>). Chunks that failed and count are run once more, one by one.
/// </summary>
internal sealed class ExpressionRun(TaskOrchestrationContext context, ExpressionWork work, ExpressionPlan plan, DateTime began)
{
    /// <summary>The most chunks of a batch.</summary>
    public const int BatchSize = 20;

    private readonly ExpressionSelection _selection = new(work.Options.MaxExpressions);
    private readonly Dictionary<int, ChunkOutcome> _outcomes = [];
    private readonly Dictionary<int, int> _attempts = [];
    private Task<ChunkEnd> _next = context.WaitForExternalEvent<ChunkEnd>(ExpressionOrchestrator.EndedEvent);
    private int _batches;
    private bool _simulated;

    /// <summary>Runs them.</summary>
    public async Task<ExpressionReport> RunAsync()
    {
        Tell("looking for expressions");
        await RunAsync([.. plan.Order.Chunk(BatchSize)], plan.Workers, "batch");
        ChunkFacts[] failed = [.. Failed()];
        if (failed.Length > 0)
        {
            Tell($"{failed.Length} failed, once more one by one");
            failed.ToList().ForEach(chunk => _outcomes.Remove(chunk.Number));
            await RunAsync([.. failed.Select(chunk => new[] { chunk })], 1, "again");
        }

        Tell("done");
        ExpressionReport report = ExpressionAssembly.Report(
            plan.Subtitles,
            work.Options,
            plan.Chunks,
            plan.Workers,
            _selection,
            Failed().Select(chunk => new FailedChunk { Chunk = chunk.Number, Start = chunk.Start, End = chunk.End, Reason = _outcomes[chunk.Number].Error!, Attempts = _attempts[chunk.Number] }),
            (context.CurrentUtcDateTime - began).TotalSeconds,
            _simulated);
        return report with
        {
            Warnings = plan.HasCut ? [.. report.Warnings, "At least one cue is longer than a chunk; only its beginning was analysed."] : report.Warnings,
            RawAnswers = work.Options.SaveOutput ? [.. _outcomes.Values.Where(one => one.Raw is not null && _selection.CanCount(one.Chunk)).OrderBy(one => one.Chunk).Select(one => new RawAnswer(one.Chunk, one.Raw!))] : null,
        };
    }

    /// <summary>The chunks that failed and count, as in the film.</summary>
    private IEnumerable<ChunkFacts> Failed() =>
        plan.Order.Where(chunk => _selection.CanCount(chunk.Number) && _outcomes.GetValueOrDefault(chunk.Number)?.Error is not null).OrderBy(chunk => chunk.Number);

    private async Task RunAsync(IReadOnlyList<ChunkFacts[]> batches, int workers, string name)
    {
        BatchShares shares = new([.. batches.Select(batch => batch.Length)]);
        SortedDictionary<int, Task> begun = [];
        int first = _batches;
        _batches += batches.Count;
        Share(workers);
        while (batches.Any(batch => batch.Any(IsOpen)))
        {
            await Task.WhenAny([_next, .. begun.Values.Where(task => !task.IsCompletedSuccessfully)]);
            if (_next.IsCompleted)
            {
                ChunkEnd end = await _next;
                _next = context.WaitForExternalEvent<ChunkEnd>(ExpressionOrchestrator.EndedEvent);
                TakeAndShare(end.Batch - first, end.Outcome);
            }

            foreach (int broken in begun.Where(entry => entry.Value.IsFaulted).Select(entry => entry.Key).ToList())
            {
                begun.Remove(broken);
                foreach (ChunkFacts chunk in batches[broken].Where(chunk => !_outcomes.ContainsKey(chunk.Number)))
                {
                    TakeAndShare(broken, new ChunkOutcome { Chunk = chunk.Number, Error = "The work on it broke off." });
                }
            }
        }

        await EndAsync(begun.Values);

        bool IsOpen(ChunkFacts chunk) => _selection.CanCount(chunk.Number) && !_outcomes.ContainsKey(chunk.Number);

        void TakeAndShare(int batch, ChunkOutcome outcome)
        {
            int? last = _selection.LastChunk;

            // One of a batch of the first pass may still be on its way in the second: what does not count any more is not waited for.
            if (batch < 0 || !Take(outcome))
            {
                return;
            }

            if (_selection.LastChunk is { } now && now != last)
            {
                begun.Where(entry => !entry.Value.IsCompleted).ToList().ForEach(entry => context.SendEvent(Id(name, entry.Key), ExpressionBatch.LastEvent, now));
            }

            Share(shares.Ended(batch));
        }

        void Share(int free)
        {
            foreach ((int batch, int given, bool begins) in shares.Share(free, batch => batches[batch].Any(IsOpen)))
            {
                if (begins)
                {
                    begun.Add(batch, context.CallSubOrchestratorAsync(ExpressionNames.Batch, Batch(first + batch, batches[batch], given), new SubOrchestrationOptions(instanceId: Id(name, batch))));
                }
                else
                {
                    context.SendEvent(Id(name, batch), ExpressionBatch.WorkersEvent, given);
                }
            }
        }
    }

    /// <summary>Batches whose chunks do not count any more end by themselves; what becomes of them changes nothing.</summary>
    private static async Task EndAsync(IEnumerable<Task> batches)
    {
        foreach (Task batch in batches)
        {
            try
            {
                await batch;
            }
            catch (TaskFailedException)
            {
            }
        }
    }

    private string Id(string name, int batch) => FormattableString.Invariant($"{context.InstanceId}:{name}-{batch + 1}");

    private ExpressionBatchWork Batch(int number, ChunkFacts[] chunks, int workers) => new()
    {
        Parent = context.InstanceId,
        Batch = number,
        Folder = work.Folder,
        Options = work.Options,
        Chunks = chunks,
        Workers = workers,
        Last = _selection.LastChunk,
        WorkStamp = new DateTimeOffset(began, TimeSpan.Zero),
    };

    /// <returns>False: it was known.</returns>
    private bool Take(ChunkOutcome outcome)
    {
        if (!_outcomes.TryAdd(outcome.Chunk, outcome))
        {
            return false;
        }

        _attempts[outcome.Chunk] = _attempts.GetValueOrDefault(outcome.Chunk) + 1;
        _simulated |= outcome.Simulated;
        if (outcome.Found is { } found)
        {
            _selection.Take(outcome.Chunk, found);
        }

        Tell("looking for expressions");
        return true;
    }

    private void Tell(string message) => context.SetCustomStatus(new ExpressionProgress
    {
        Completed = plan.Order.Count(chunk => _selection.CanCount(chunk.Number) && _outcomes.ContainsKey(chunk.Number)),
        Total = plan.Order.Count(chunk => _selection.CanCount(chunk.Number)),
        Message = message,
        FailedChunks = [.. Failed().Select(chunk => chunk.Number)],
    });
}
