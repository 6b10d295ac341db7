namespace Workflows.Runtime.Host.Monitor.Operations.Batches;

/// <summary>A batch that runs or has run.</summary>
/// <param name="id">Its id.</param>
/// <param name="order">What it does.</param>
/// <param name="who">Who ordered it.</param>
/// <param name="started">When it began.</param>
/// <param name="total">How many instances it is to touch.</param>
/// <param name="audit">The number of its note in the audit log.</param>
internal sealed class Batch(string id, BatchOrder order, string who, DateTimeOffset started, long total, long audit) : IDisposable
{
    private const int MostErrors = 20;

    private readonly Lock _gate = new();
    private readonly List<BatchError> _errors = [];
    private readonly CancellationTokenSource _stop = new();
    private BatchState _state = BatchState.Running;
    private DateTimeOffset? _ended;
    private long _done;
    private long _skipped;
    private long _failed;

    public string Id => id;

    public BatchOrder Order => order;

    public DateTimeOffset Started => started;

    public long Audit => audit;

    public CancellationToken Stopping => _stop.Token;

    public void Stop() => _stop.Cancel();

    public void Done()
    {
        lock (_gate)
        {
            _done++;
        }
    }

    public void Skipped()
    {
        lock (_gate)
        {
            _skipped++;
        }
    }

    public void Failed(string instance, string why)
    {
        lock (_gate)
        {
            _failed++;
            if (_errors.Count < MostErrors)
            {
                _errors.Add(new BatchError(instance, why));
            }
        }
    }

    public void End(BatchState state, DateTimeOffset now)
    {
        lock (_gate)
        {
            _state = state;
            _ended = now;
        }
    }

    public BatchAnswer Tell()
    {
        lock (_gate)
        {
            return new BatchAnswer
            {
                Id = id,
                Action = order.Operation,
                State = _state,
                Who = who,
                Started = started,
                Ended = _ended,
                Total = total,
                Looked = _done + _skipped + _failed,
                Done = _done,
                Skipped = _skipped,
                Failed = _failed,
                Errors = [.. _errors],
                Audit = audit,
            };
        }
    }

    public void Dispose() => _stop.Dispose();
}
