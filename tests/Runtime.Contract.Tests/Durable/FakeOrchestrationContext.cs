using Microsoft.Extensions.Logging;
using Moq;
using Workflows.Durable;

namespace Workflows.Runtime.Contract.Tests.Durable;

/// <summary>A context with one timer and one event, both moved by the test.</summary>
internal sealed class FakeOrchestrationContext : TaskOrchestrationContext
{
    private readonly FakeLogger _log = new();
    private readonly TaskCompletionSource _timer = new();
    private readonly TaskCompletionSource<object> _arrival = new();

    public List<string> Lines => _log.Lines;

    public DateTime? FireAt { get; private set; }

    public (object? Input, bool Preserve) Continued { get; private set; }

    public Task Timer => _timer.Task;

    public Task Arrival => _arrival.Task;

    public bool Replaying { get; set; }

    public override TaskName Name => "fake";

    public override string InstanceId => "1";

    public override string Version => "1.9";

    public override ParentOrchestrationInstance? Parent => null;

    public override DateTime CurrentUtcDateTime { get; } = new(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public override bool IsReplaying => Replaying;

    protected override ILoggerFactory LoggerFactory => Mock.Of<ILoggerFactory>(factory => factory.CreateLogger(It.IsAny<string>()) == _log);

    public void Fire() => _timer.SetResult();

    public void Arrive(object value) => _arrival.SetResult(value);

    public override T? GetInput<T>()
        where T : default
        => default;

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        FireAt = fireAt;
        cancellationToken.Register(() => _timer.TrySetCanceled(cancellationToken));
        return _timer.Task;
    }

    public override async Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        using CancellationTokenRegistration registration = cancellationToken.Register(() => _arrival.TrySetCanceled(cancellationToken));
        return (T)await _arrival.Task;
    }

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
        => throw new NotSupportedException();

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null)
        => throw new NotSupportedException();

    public override void SendEvent(string instanceId, string eventName, object payload) => throw new NotSupportedException();

    public override void SetCustomStatus(object? customStatus) => throw new NotSupportedException();

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
        => Continued = (newInput, preserveUnprocessedEvents);

    public override Guid NewGuid() => Guid.Empty;
}
