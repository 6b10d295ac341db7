using System.Net;
using Workflows.FunctionsWorker;
using Workflows.FunctionsWorker.Http;

namespace Workflows.Runtime.Host.Http;

/// <summary>A response in the worker's own form, kept until the function has ended.</summary>
internal sealed class ResponseData(FunctionContext context) : HttpResponseData(context)
{
    public override HttpStatusCode StatusCode { get; set; } = HttpStatusCode.OK;

    public override HttpHeadersCollection Headers { get; set; } = [];

    public override Stream Body { get; set; } = new MemoryStream();

    public override HttpCookies Cookies { get; } = new ResponseCookies();
}
