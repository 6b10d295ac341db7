using Workflows.Runtime.Host.Invocation;

namespace Workflows.Runtime.Host.Binding;

/// <summary>Gives a parameter its value for one run.</summary>
internal delegate ValueTask<object?> ParameterBinder(FunctionRun run);
