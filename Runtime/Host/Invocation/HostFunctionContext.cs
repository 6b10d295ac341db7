using Workflows.FunctionsWorker;
using Workflows.Runtime.Host.Discovery;

namespace Workflows.Runtime.Host.Invocation;

/// <summary>What a function learns of its run.</summary>
internal sealed class HostFunctionContext(
    HostFunction function,
    string invocationId,
    IServiceProvider services,
    IReadOnlyDictionary<string, object?> bindingData,
    CancellationToken cancellationToken) : FunctionContext
{
    public override string InvocationId => invocationId;

    public override string FunctionId => function.Definition.Id;

    public override TraceContext TraceContext { get; } = new HostTraceContext();

    public override BindingContext BindingContext { get; } = new HostBindingContext(bindingData);

    public override RetryContext RetryContext => Retry;

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition => function.Definition;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new InvocationFeatures();

    public override CancellationToken CancellationToken => Token;

    /// <summary>What asks the function to end.</summary>
    public CancellationToken Token { get; set; } = cancellationToken;

    public RetryContext Retry { get; init; } = HostRetryContext.Only;
}
