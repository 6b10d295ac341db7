using Workflows.FunctionsWorker.Extensions.Abstractions;

namespace Workflows.FunctionsWorker;

/// <summary>A function whose result becomes messages of a queue.</summary>
/// <param name="queueName">The queue's name; <c>%name%</c> is taken from the configuration.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class QueueOutputAttribute(string queueName) : OutputBindingAttribute
{
    /// <summary>The queue's name.</summary>
    public string QueueName { get; } = queueName;

    /// <summary>The setting that holds the connection; null: <c>AzureWebJobsStorage</c>.</summary>
    public string? Connection { get; set; }
}
