using Workflows.FunctionsWorker.Extensions.Abstractions;

namespace Workflows.FunctionsWorker;

/// <summary>Marks, among several outputs of a function, the property that is the HTTP answer.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HttpResultAttribute : OutputBindingAttribute;
