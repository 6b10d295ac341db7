using System.Globalization;
using System.Reflection;
using Workflows.FunctionsWorker;

namespace Workflows.Runtime.Host.Discovery;

/// <summary>How a timer function that failed is run again before its schedule goes on.</summary>
/// <param name="MaxRetryCount">Runs after the first; -1: until one succeeds.</param>
/// <param name="First">The wait before the first of them; each further one is twice as long.</param>
/// <param name="Longest">The longest wait.</param>
internal sealed record RetryRule(int MaxRetryCount, TimeSpan First, TimeSpan Longest)
{
    private const int Forever = -1;

    /// <summary>The rule of a method's attribute; null without one.</summary>
    /// <exception cref="FunctionFaultException">The attribute cannot be honoured, or its values cannot be used.</exception>
    public static RetryRule? Read(MethodInfo method, FunctionKind kind)
    {
        if (method.GetCustomAttribute<RetryAttribute>() is not { } attribute)
        {
            return null;
        }

        string name = attribute.GetType().Name.Replace("Attribute", string.Empty, StringComparison.Ordinal);
        if (kind != FunctionKind.Timer)
        {
            throw new FunctionFaultException($"[{name}] has no effect on such a function, here as on the Functions host: {Remedy(kind)}.");
        }

        if (attribute.MaxRetryCount < Forever)
        {
            throw new FunctionFaultException($"[{name}] has a maximum of {attribute.MaxRetryCount} retries: it must be 0 or more, or -1 for no end.");
        }

        return attribute switch
        {
            FixedDelayRetryAttribute retry => new RetryRule(retry.MaxRetryCount, Interval(name, retry.DelayInterval), Interval(name, retry.DelayInterval)),
            ExponentialBackoffRetryAttribute retry => Exponential(name, retry),
            _ => throw new FunctionFaultException($"[{name}] is not known to this host."),
        };
    }

    /// <summary>True when a function may run again after so many retries.</summary>
    public bool Allows(int retries) => MaxRetryCount == Forever || retries < MaxRetryCount;

    /// <summary>The wait before a retry; the first has the number 1.</summary>
    public TimeSpan DelayBefore(int retry)
    {
        double ticks = First.Ticks * Math.Pow(2, Math.Min(retry - 1, 62));
        return Longest == First || ticks >= Longest.Ticks ? Longest : TimeSpan.FromTicks((long)ticks);
    }

    private static RetryRule Exponential(string name, ExponentialBackoffRetryAttribute retry)
    {
        RetryRule rule = new(retry.MaxRetryCount, Interval(name, retry.MinimumInterval), Interval(name, retry.MaximumInterval));
        return rule.First <= rule.Longest ? rule : throw new FunctionFaultException($"[{name}] has a minimum interval above its maximum.");
    }

    private static TimeSpan Interval(string name, string text) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan interval) && interval >= TimeSpan.Zero
            ? interval
            : throw new FunctionFaultException($"[{name}] has the interval '{text}': it must be a time span such as 00:00:10.");

    private static string Remedy(FunctionKind kind) => kind switch
    {
        FunctionKind.Queue => "a message is tried again maxDequeueCount times (host.json, extensions.queues)",
        FunctionKind.Activity or FunctionKind.Orchestration or FunctionKind.Entity => "its caller retries, with a RetryPolicy in the TaskOptions",
        _ => "the caller of an HTTP function retries",
    };
}
