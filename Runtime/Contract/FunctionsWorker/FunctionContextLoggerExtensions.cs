using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Workflows.FunctionsWorker;

/// <summary>Loggers for functions.</summary>
public static class FunctionContextLoggerExtensions
{
    /// <summary>A logger whose category is a type's name.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="context">The run.</param>
    /// <exception cref="ArgumentNullException"><paramref name="context"/> is null.</exception>
    public static ILogger<T> GetLogger<T>(this FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.InstanceServices.GetRequiredService<ILogger<T>>();
    }

    /// <summary>A logger of a category.</summary>
    /// <param name="context">The run.</param>
    /// <param name="categoryName">The category.</param>
    /// <exception cref="ArgumentNullException"><paramref name="context"/> is null.</exception>
    public static ILogger GetLogger(this FunctionContext context, string categoryName)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.InstanceServices.GetRequiredService<ILoggerFactory>().CreateLogger(categoryName);
    }
}
