using System.Reflection;
using Workflows.FunctionsWorker;

namespace Workflows.Runtime.Host.Queues;

/// <summary>A queue that a function's result goes to.</summary>
/// <param name="Attribute">Which queue.</param>
/// <param name="Property">The property of the result that goes there; null: the result itself.</param>
internal sealed record QueueOutput(QueueOutputAttribute Attribute, PropertyInfo? Property);
