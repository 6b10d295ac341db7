using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Workflows.Analyzers.Rules;

/// <summary>WF0004: an orchestrator stays on its own thread and blocks none.</summary>
internal sealed class ThreadRule : OrchestrationRule
{
    /// <summary>What is reported.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        "WF0004",
        "An orchestrator must not use threads or locks",
        "'{0}' runs code on another thread or blocks this one: call activities or sub-orchestrations, and await 'Task.WhenAll' or 'Task.WhenAny' ({1})",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An orchestrator runs on one thread at a time, in the order of its history. What runs beside it ends in no recorded order, and a thread that it blocks may be the one that would free it. An orchestration needs no locks of its own; several orchestrations share state through entities.",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    private const int ExecuteSynchronously = 0x80000;

    /// <inheritdoc/>
    public override DiagnosticDescriptor Rule => Descriptor;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Members { get; } = new Dictionary<string, string>
    {
        ["System.Threading.Tasks.Task"] = "Run Start RunSynchronously Wait WaitAll WaitAny",
        ["System.Threading.Tasks.TaskFactory"] = "*",
        ["System.Threading.Tasks.Parallel"] = "*",
        ["System.Linq.ParallelEnumerable"] = "*",
        ["System.Threading.Thread"] = "*",
        ["System.Threading.ThreadPool"] = "*",
        ["System.Threading.Monitor"] = "*",
        ["System.Threading.Lock"] = "*",
        ["System.Threading.SpinLock"] = "*",
        ["System.Threading.Semaphore"] = "*",
        ["System.Threading.SemaphoreSlim"] = "*",
        ["System.Threading.WaitHandle"] = "*",
        ["System.Threading.ManualResetEventSlim"] = "*",
        ["System.Threading.CountdownEvent"] = "*",
        ["System.Threading.Barrier"] = "*",
        ["System.Threading.ReaderWriterLock"] = "*",
        ["System.Threading.ReaderWriterLockSlim"] = "*",
        ["System.Collections.Concurrent.BlockingCollection"] = "*",
        ["System.ComponentModel.BackgroundWorker"] = "*",
    };

    /// <inheritdoc/>
    public override string? Judge(IOperation operation, IAssemblySymbol assembly) => operation switch
    {
        ILockOperation => "lock",
        IInvocationOperation { TargetMethod: { Name: "ContinueWith", ContainingType.Name: "Task" } method } invocation
            when TypeNames.NamespaceOf(method.ContainingType) == "System.Threading.Tasks" && !StaysOnThread(invocation) => TypeNames.Call(method),
        _ => null,
    };

    private static bool StaysOnThread(IInvocationOperation continuation) => continuation.Arguments.Any(argument =>
        argument.Value is { Type.Name: "TaskContinuationOptions", ConstantValue: { HasValue: true, Value: int options } }
        && (options & ExecuteSynchronously) != 0);
}
