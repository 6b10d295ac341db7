using Workflows.FunctionsWorker.Http;

namespace Workflows.FunctionsWorker;

/// <summary>Request and response of a run in the worker's own form, for middleware.</summary>
public static class FunctionContextHttpRequestExtensions
{
    /// <summary>The request that triggered the run. Its body can be read several times once its position is set back.</summary>
    /// <param name="context">The run.</param>
    /// <returns>The request; null when the run was not triggered by HTTP.</returns>
    public static ValueTask<HttpRequestData?> GetHttpRequestDataAsync(this FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<IHttpRequestDataFeature>()?.GetHttpRequestDataAsync(context) ?? ValueTask.FromResult<HttpRequestData?>(null);
    }

    /// <summary>The response that the function returned, or that one of its outputs is.</summary>
    /// <param name="context">The run.</param>
    /// <returns>The response; null while the function has not run, and when it answered in another form.</returns>
    public static HttpResponseData? GetHttpResponseData(this FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<IFunctionResultFeature>() is not { } run ? null
            : run.Result as HttpResponseData ?? run.Outputs.Select(output => run.GetOutput(output.Name)).OfType<HttpResponseData>().FirstOrDefault();
    }
}
