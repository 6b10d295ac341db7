using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Workflows.Runtime.Host.Discovery;

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

    public static ParameterBinder Body(ParameterInfo parameter)
    {
        Type type = parameter.ParameterType;
        return async run =>
        {
            try
            {
                return await run.Http!.Request.ReadFromJsonAsync(type, run.Context.CancellationToken);
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                throw new RequestFaultException("body", e is JsonException ? "The body is not the JSON that is expected." : "The body must be JSON with the content type application/json.");
            }
        };
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
