using Workflows.Durable;
using Workflows.Durable.Worker;

namespace Workflows.Runtime.Engine.Failures;

/// <summary>Describes exceptions for the journal, with the facts that the application's provider adds.</summary>
internal sealed class FailureDescriber(IExceptionPropertiesProvider? provider)
{
    public TaskFailureDetails Describe(Exception exception) =>
        provider is null ? TaskFailureDetails.FromException(exception) : TaskFailureDetails.FromException(exception, PropertiesOf);

    private IDictionary<string, object?>? PropertiesOf(Exception exception)
    {
        try
        {
            return provider!.GetExceptionProperties(exception) is { } properties ? FailureProperties.Simplify(properties) : null;
        }
        catch (Exception)
        {
            // Whatever is wrong with the provider, the failure that it was to explain is what must be recorded.
            return null;
        }
    }
}
