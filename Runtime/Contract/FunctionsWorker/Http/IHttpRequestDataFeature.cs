namespace Workflows.FunctionsWorker.Http;

/// <summary>Gives a run's HTTP request in the worker's own form.</summary>
public interface IHttpRequestDataFeature
{
    /// <summary>The request.</summary>
    /// <param name="context">The run.</param>
    /// <returns>The request; null when the run was not triggered by HTTP.</returns>
    ValueTask<HttpRequestData?> GetHttpRequestDataAsync(FunctionContext context);
}
