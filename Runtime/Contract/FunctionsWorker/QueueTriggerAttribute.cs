using Workflows.FunctionsWorker.Extensions.Abstractions;

namespace Workflows.FunctionsWorker;

/// <summary>A function that messages of a queue trigger.</summary>
/// <param name="queueName">The queue's name; <c>%name%</c> is taken from the configuration.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class QueueTriggerAttribute(string queueName) : TriggerBindingAttribute
{
    /// <summary>The queue's name.</summary>
    public string QueueName { get; } = queueName;

    /// <summary>The setting that holds the connection; null: <c>AzureWebJobsStorage</c>.</summary>
    public string? Connection { get; set; }
}
