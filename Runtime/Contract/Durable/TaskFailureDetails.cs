using System.Reflection;
using Workflows.Durable.Entities;

namespace Workflows.Durable;

/// <summary>How a task failed, in a form that survives the journal and the wire.</summary>
/// <param name="ErrorType">The full name of the exception's type, without its assembly.</param>
/// <param name="ErrorMessage">The exception's message.</param>
/// <param name="StackTrace">The exception's stack trace, if known.</param>
/// <param name="InnerFailure">The failure that caused this one, if any.</param>
/// <param name="Properties">Further facts about the failure, if any.</param>
public record TaskFailureDetails(
    string ErrorType,
    string ErrorMessage,
    string? StackTrace,
    TaskFailureDetails? InnerFailure,
    IDictionary<string, object?>? Properties)
{
    private const int MaximumDepth = 32;

    /// <summary>Describes an exception and the exceptions inside it.</summary>
    /// <param name="exception">The exception.</param>
    /// <exception cref="ArgumentNullException"><paramref name="exception"/> is null.</exception>
    public static TaskFailureDetails FromException(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return Describe(exception, null, MaximumDepth);
    }

    /// <summary>True when the failed type is <typeparamref name="T"/> or derives from it. The same rules as <see cref="IsCausedBy(Type)"/>.</summary>
    /// <typeparam name="T">The exception type to look for.</typeparam>
    public bool IsCausedBy<T>()
        where T : Exception
        => IsCausedBy(typeof(T));

    /// <summary>
    /// True when the failed type is the given one or derives from it. The type is found by name in the loaded assemblies;
    /// one that is not loaded counts as unrelated. Inner failures are not looked at.
    /// </summary>
    /// <param name="targetBaseExceptionType">The exception type to look for.</param>
    /// <exception cref="ArgumentNullException">The type is null.</exception>
    /// <exception cref="ArgumentException">The type is no exception type.</exception>
    /// <exception cref="AmbiguousMatchException">Several loaded assemblies hold a type of the failed name, and not all of them answer alike.</exception>
    public bool IsCausedBy(Type targetBaseExceptionType)
    {
        ArgumentNullException.ThrowIfNull(targetBaseExceptionType);
        if (!typeof(Exception).IsAssignableFrom(targetBaseExceptionType))
        {
            throw new ArgumentException($"The type {targetBaseExceptionType} is not an exception.", nameof(targetBaseExceptionType));
        }

        if (string.IsNullOrEmpty(ErrorType))
        {
            return false;
        }

        Type? known = Type.GetType(ErrorType, throwOnError: false) ?? targetBaseExceptionType.Assembly.GetType(ErrorType, throwOnError: false);
        if (known is not null)
        {
            return targetBaseExceptionType.IsAssignableFrom(known);
        }

        bool[] answers =
        [
            .. AppDomain.CurrentDomain.GetAssemblies()
                .Select(assembly => assembly.GetType(ErrorType, throwOnError: false))
                .OfType<Type>()
                .Select(targetBaseExceptionType.IsAssignableFrom)
                .Distinct(),
        ];

        return answers.Length > 1
            ? throw new AmbiguousMatchException($"Several loaded types are named '{ErrorType}'.")
            : answers is [true];
    }

    /// <summary>The error type and the message in one line.</summary>
    public override string ToString() => $"{ErrorType}: {ErrorMessage}";

    internal static TaskFailureDetails OfTask(Exception exception)
        => exception is TaskFailedException failed ? failed.FailureDetails : FromException(exception);

    /// <summary>Describes an exception and the exceptions inside it, each with the facts that <paramref name="properties"/> knows of it.</summary>
    internal static TaskFailureDetails FromException(Exception exception, Func<Exception, IDictionary<string, object?>?> properties)
        => Describe(exception, properties, MaximumDepth);

    private static TaskFailureDetails Describe(Exception exception, Func<Exception, IDictionary<string, object?>?>? properties, int depth)
    {
        // A chain of causes can be made endless by whoever threw; what is stored must stay bounded.
        TaskFailureDetails? inner = depth <= 1 ? null : exception switch
        {
            TaskFailedException failed => Shorten(failed.FailureDetails, depth - 1),
            EntityOperationFailedException failed => Shorten(failed.FailureDetails, depth - 1),
            { InnerException: { } cause } => Describe(cause, properties, depth - 1),
            _ => null,
        };

        IDictionary<string, object?>? facts = exception is TaskFailedException task ? task.FailureDetails.Properties : properties?.Invoke(exception);
        return new TaskFailureDetails(exception.GetType().ToString(), exception.Message, exception.StackTrace, inner, facts);
    }

    private static TaskFailureDetails Shorten(TaskFailureDetails failure, int depth)
    {
        if (failure.InnerFailure is not { } cause)
        {
            return failure;
        }

        TaskFailureDetails? kept = depth <= 1 ? null : Shorten(cause, depth - 1);
        return ReferenceEquals(kept, cause) ? failure : failure with { InnerFailure = kept };
    }
}
