using Microsoft.Extensions.Logging;

namespace Workflows.Shared.Logging;

/// <summary>What work a log entry is about, as the scopes around it say: the engine opens one around each activity of a resource class.</summary>
/// <param name="ResourceClass">The class; null: it is about no such work.</param>
/// <param name="Instance">The instance that the work is for.</param>
internal readonly record struct WorkScope(string? ResourceClass, string? Instance)
{
    private const string ClassName = "ResourceClass";
    private const string InstanceName = "InstanceId";

    /// <summary>The run that the instance belongs to: the calls of a run are instances whose ids begin with its own and a colon.</summary>
    public string? Run => Instance?.IndexOf(':', StringComparison.Ordinal) is { } end and >= 0 ? Instance[..end] : Instance;

    /// <summary>Reads the scopes that are open.</summary>
    public static WorkScope Of(IExternalScopeProvider? scopes)
    {
        Found found = new();
        scopes?.ForEachScope(static (scope, found) => found.Look(scope), found);
        return new WorkScope(found.ResourceClass, found.Instance);
    }

    private sealed class Found
    {
        public string? ResourceClass { get; private set; }

        public string? Instance { get; private set; }

        public void Look(object? scope)
        {
            if (scope is not IEnumerable<KeyValuePair<string, object?>> pairs)
            {
                return;
            }

            foreach ((string name, object? value) in pairs)
            {
                ResourceClass = name == ClassName ? value as string : ResourceClass;
                Instance = name == InstanceName ? value as string : Instance;
            }
        }
    }
}
