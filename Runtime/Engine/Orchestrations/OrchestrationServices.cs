using Microsoft.Extensions.Logging;
using Workflows.Durable;
using Workflows.Runtime.Engine.Failures;

namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>What every execution of this engine shares.</summary>
internal sealed record OrchestrationServices(
    TaskCatalogue Tasks,
    DataConverter Converter,
    ILoggerFactory Loggers,
    IServiceProvider Provider,
    string? DefaultVersion,
    FailureDescriber Failures);
