using Microsoft.Extensions.Logging;

namespace Workflows.Runtime.Engine.Testing;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "begun by hand")]
    public static partial void Begun(ILogger logger);
}
