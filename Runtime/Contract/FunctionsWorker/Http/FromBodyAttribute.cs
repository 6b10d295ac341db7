using System.Text.Json;
using Workflows.FunctionsWorker.Converters;

namespace Workflows.FunctionsWorker.Http;

/// <summary>A parameter of an HTTP function that is the request's JSON body.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class FromBodyAttribute : InputConverterAttribute
{
    /// <summary>Creates the attribute.</summary>
    public FromBodyAttribute()
        : base(typeof(JsonSerializer))
    {
    }
}
