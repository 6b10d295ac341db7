using Workflows.FunctionsWorker.Extensions.Abstractions;

namespace Workflows.FunctionsWorker;

/// <summary>A function that HTTP requests trigger.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HttpTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>A function for all methods that wants a function key.</summary>
    public HttpTriggerAttribute()
        : this(AuthorizationLevel.Function)
    {
    }

    /// <summary>A function for some methods that wants a function key.</summary>
    /// <param name="methods">The HTTP methods.</param>
    public HttpTriggerAttribute(params string[] methods)
        : this(AuthorizationLevel.Function, methods)
    {
    }

    /// <summary>A function for all methods.</summary>
    /// <param name="authLevel">Which key it wants.</param>
    public HttpTriggerAttribute(AuthorizationLevel authLevel)
        => AuthLevel = authLevel;

    /// <summary>A function for some methods.</summary>
    /// <param name="authLevel">Which key it wants.</param>
    /// <param name="methods">The HTTP methods.</param>
    public HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods)
    {
        AuthLevel = authLevel;
        Methods = methods;
    }

    /// <summary>The route after the prefix, without a leading slash; null: the function's name.</summary>
    public string? Route { get; set; }

    /// <summary>The HTTP methods, in any case; null: all.</summary>
    public string[]? Methods { get; }

    /// <summary>Which key a caller must present.</summary>
    public AuthorizationLevel AuthLevel { get; }
}
