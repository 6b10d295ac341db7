using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Workflows.FunctionsWorker;
using Workflows.Runtime.Host.Discovery;
using Workflows.Runtime.Host.Invocation;

namespace Workflows.Runtime.Host.Binding;

/// <summary>Arguments out of an HTTP request.</summary>
internal static class RequestBinding
{
    private static readonly HashSet<Type> RouteTypes =
    [
        typeof(string), typeof(bool), typeof(byte), typeof(short), typeof(int), typeof(long), typeof(double), typeof(decimal),
        typeof(Guid), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan),
    ];

    /// <exception cref="FunctionFaultException">A part of a route cannot become such a value.</exception>
    public static ParameterBinder Route(ParameterInfo parameter)
    {
        string name = parameter.Name!;
        Type type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (!RouteTypes.Contains(type) && !type.IsEnum)
        {
            throw new FunctionFaultException($"the route's '{name}' cannot become a {parameter.ParameterType.Name}.");
        }

        TypeConverter converter = TypeDescriptor.GetConverter(type);
        object? missing = parameter.HasDefaultValue ? parameter.DefaultValue : null;
        return run =>
        {
            string? text = run.Http!.Request.RouteValues[name] as string;
            return new(text is null ? missing : type == typeof(string) ? text : Convert(converter, name, text));
        };
    }

    /// <summary>The request in the worker's own form.</summary>
    public static async ValueTask<object?> DataAsync(FunctionRun run) => await run.Context.GetHttpRequestDataAsync();

    public static ParameterBinder Body(ParameterInfo parameter)
    {
        Type type = parameter.ParameterType;
        return async run =>
        {
            try
            {
                object? value = await run.Http!.Request.ReadFromJsonAsync(type, run.Context.CancellationToken);
                Rewind(run.Http.Request.Body);
                return value;
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                throw new RequestFaultException("body", e is JsonException ? "The body is not the JSON that is expected." : "The body must be JSON with the content type application/json.");
            }
        };
    }

    /// <summary>Only a body that lies in memory can be read again: that of a request in the worker's own form.</summary>
    private static void Rewind(Stream body)
    {
        if (body.CanSeek)
        {
            body.Position = 0;
        }
    }

    private static object? Convert(TypeConverter converter, string name, string text)
    {
        try
        {
            return converter.ConvertFromInvariantString(text);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or NotSupportedException or OverflowException)
        {
            throw new RequestFaultException(name, $"The route's '{name}' is not valid.");
        }
    }
}
