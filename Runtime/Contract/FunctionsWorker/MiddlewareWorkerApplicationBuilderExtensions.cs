using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Workflows.FunctionsWorker.Middleware;

namespace Workflows.FunctionsWorker;

/// <summary>Adds middleware.</summary>
public static class MiddlewareWorkerApplicationBuilderExtensions
{
    /// <summary>Adds a middleware class; one object serves all runs.</summary>
    /// <typeparam name="T">The class; its constructor's parameters come from the services.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder itself.</returns>
    public static IFunctionsWorkerApplicationBuilder UseMiddleware<T>(this IFunctionsWorkerApplicationBuilder builder)
        where T : class, IFunctionsWorkerMiddleware
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<T>();
        return builder.Use(next => context => context.InstanceServices.GetRequiredService<T>().Invoke(context, next));
    }

    /// <summary>Adds a function as middleware.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="middleware">Gets the run and the rest of it.</param>
    /// <returns>The builder itself.</returns>
    public static IFunctionsWorkerApplicationBuilder UseMiddleware(
        this IFunctionsWorkerApplicationBuilder builder,
        Func<FunctionContext, Func<Task>, Task> middleware)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(middleware);
        return builder.Use(next => context => middleware(context, () => next(context)));
    }

    /// <summary>Adds a middleware class for some runs.</summary>
    /// <typeparam name="T">The class; its constructor's parameters come from the services.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="predicate">True for the runs that it is for.</param>
    /// <returns>The builder itself.</returns>
    public static IFunctionsWorkerApplicationBuilder UseWhen<T>(
        this IFunctionsWorkerApplicationBuilder builder,
        Func<FunctionContext, bool> predicate)
        where T : class, IFunctionsWorkerMiddleware
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(predicate);
        builder.Services.TryAddSingleton<T>();
        return builder.Use(next => context => predicate(context)
            ? context.InstanceServices.GetRequiredService<T>().Invoke(context, next)
            : next(context));
    }

    /// <summary>Adds a function as middleware for some runs.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="predicate">True for the runs that it is for.</param>
    /// <param name="middleware">Gets the run and the rest of it.</param>
    /// <returns>The builder itself.</returns>
    public static IFunctionsWorkerApplicationBuilder UseWhen(
        this IFunctionsWorkerApplicationBuilder builder,
        Func<FunctionContext, bool> predicate,
        Func<FunctionContext, Func<Task>, Task> middleware)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(predicate);
        ArgumentNullException.ThrowIfNull(middleware);
        return builder.Use(next => context => predicate(context) ? middleware(context, () => next(context)) : next(context));
    }
}
