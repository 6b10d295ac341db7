using Workflows.Shared.Models;

namespace Workflows.Planner.Running;

/// <summary>Writes down every request that is sent, with the lease under which it is.</summary>
internal sealed class RequestLog(TimeProvider time)
{
    private static readonly AsyncLocal<ModelSend?> Current = new();

    private readonly Lock _gate = new();
    private readonly List<SentRequest> _requests = [];
    private readonly DateTimeOffset _start = time.GetUtcNow();

    /// <summary>The request that the caller's flow sends; null outside of the models' client.</summary>
    public static ModelSend? Sending
    {
        get => Current.Value;
        set => Current.Value = value;
    }

    /// <summary>All that have ended, in that order.</summary>
    public IReadOnlyList<SentRequest> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    public double Now => Seconds(time.GetUtcNow());

    public double Seconds(DateTimeOffset at) => (at - _start).TotalSeconds;

    public void Add(SentRequest request)
    {
        lock (_gate)
        {
            _requests.Add(request);
        }
    }
}
