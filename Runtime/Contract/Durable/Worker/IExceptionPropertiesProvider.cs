namespace Workflows.Durable.Worker;

/// <summary>
/// Adds facts to the failures that are recorded. Registered as a service, it is asked for every exception that an orchestrator, an activity or an
/// entity ends with, and for the exceptions inside it; from any thread.
/// </summary>
public interface IExceptionPropertiesProvider
{
    /// <summary>The facts about an exception that stay in <see cref="TaskFailureDetails.Properties"/>.</summary>
    /// <param name="exception">The exception.</param>
    /// <returns>Names and values: texts, numbers (read back as <see cref="double"/>), truth values, times, lists and dictionaries of those; null for none.</returns>
    IDictionary<string, object?>? GetExceptionProperties(Exception exception);
}
