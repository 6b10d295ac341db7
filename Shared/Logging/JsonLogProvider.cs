using Microsoft.Extensions.Logging;

namespace Workflows.Shared.Logging;

/// <summary>A log of JSON lines (<see cref="JsonLogLine"/>).</summary>
/// <param name="least">The least level that is written.</param>
/// <param name="time">The clock of the timestamps.</param>
/// <param name="write">Writes a line; called by several threads.</param>
public sealed class JsonLogProvider(LogLevel least, TimeProvider time, Action<string> write) : ILoggerProvider, ISupportExternalScope
{
    /// <summary>The setting that asks for it, with the value <c>json</c>; <c>text</c>, the default, does not.</summary>
    public const string Setting = "Workflows:LogFormat";

    private IExternalScopeProvider? _scopes;

    /// <summary>Whether a setting's value asks for it.</summary>
    public static bool IsAskedFor(string? setting) => "json".Equals(setting, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new JsonLogger(categoryName, least, time, write, () => WorkScope.Of(_scopes));

    /// <inheritdoc/>
    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
