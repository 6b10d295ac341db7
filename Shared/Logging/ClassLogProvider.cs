using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Workflows.Shared.Logging;

/// <summary>
/// Writes what is logged by work of a resource class to a file of that class (<c>gpu.log</c>, <c>cpu.log</c>), as text or as JSON lines; what is about no such work is not its affair.
/// The entries are those of the other logs: no content and no key is in them.
/// </summary>
/// <param name="settings">Where the files lie, and how long they get.</param>
/// <param name="json">Whether the lines are <see cref="JsonLogLine"/>s.</param>
/// <param name="time">The clock of the timestamps.</param>
public sealed class ClassLogProvider(ClassLogSettings settings, bool json, TimeProvider time) : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentDictionary<string, RollingFile> _files = new(StringComparer.Ordinal);
    private IExternalScopeProvider? _scopes;

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new ClassLogger(categoryName, json, time, () => WorkScope.Of(_scopes), Write);

    /// <inheritdoc/>
    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (RollingFile file in _files.Values)
        {
            file.Dispose();
        }
    }

    private void Write(string resourceClass, string line) =>
        _files.GetOrAdd(resourceClass, name => new RollingFile(settings.Folder, name, settings.FileBytes, settings.Files)).Write(line);
}
