using Microsoft.AspNetCore.Http;
using Workflows.FunctionsWorker;
using Workflows.FunctionsWorker.Http;

namespace Workflows.Runtime.Host.Http;

/// <summary>A run's request in the worker's own form, made when it is first asked for.</summary>
internal sealed class RequestDataFeature(HttpContext http) : IHttpRequestDataFeature
{
    private HttpRequestData? _data;

    public async ValueTask<HttpRequestData?> GetHttpRequestDataAsync(FunctionContext context)
    {
        if (_data is null)
        {
            MemoryStream body = new();
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
            body.Position = 0;
            http.Request.Body = body;
            _data = new RequestData(context, http.Request);
        }

        return _data;
    }
}
