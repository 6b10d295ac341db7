using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Workflows.FunctionsWorker;
using Workflows.FunctionsWorker.Http;
using Workflows.Runtime.Host.Binding;
using Workflows.Runtime.Host.Discovery;
using Workflows.Runtime.Host.Invocation;
using Workflows.Runtime.Host.Tasks;

namespace Workflows.Runtime.Host.Http;

/// <summary>Serves HTTP functions.</summary>
internal sealed class HttpFunctions(FunctionHosting hosting, FunctionKeys keys, HttpThrottle throttle, ILogger logger)
{
    private HashSet<string> _names = [];

    public void Map(IEndpointRouteBuilder endpoints, IEnumerable<HostFunction> functions)
    {
        HostFunction[] served = [.. functions.Where(f => f.Route is not null)];
        _names = served.Select(f => f.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (HostFunction function in served)
        {
            IEndpointConventionBuilder endpoint = endpoints.Map(function.Route!.Pattern, http => throttle.ServeAsync(http, () => ServeAsync(function, http))).WithDisplayName(function.Name);
            if (function.Route.Methods.Count > 0)
            {
                endpoint.WithMetadata(new HttpMethodMetadata(function.Route.Methods));
            }
        }
    }

    private async Task ServeAsync(HostFunction function, HttpContext http)
    {
        if (!keys.AllowFunction(http.Request, function.Name, function.Route!.Level, _names.Contains))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        using CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, hosting.Stopping);
        try
        {
            await AnswerAsync(await RunAsync(function, http, source.Token), http);
        }
        catch (RequestFaultException fault) when (!http.Response.HasStarted)
        {
            await Problem.WriteAsync(http, StatusCodes.Status400BadRequest, fault.Message, fault.Field);
        }
        catch (BadHttpRequestException fault) when (!http.Response.HasStarted)
        {
            await Problem.WriteAsync(http, fault.StatusCode, "The request cannot be read.");
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone: there is nobody to answer.
        }
        catch (OperationCanceledException) when (hosting.Stopping.IsCancellationRequested && !http.Response.HasStarted)
        {
            await Problem.WriteAsync(http, StatusCodes.Status503ServiceUnavailable, "The host is stopping.");
        }
        catch (Exception e)
        {
            HostLog.FunctionFailed(logger, function.Name, e);
            if (http.Response.HasStarted)
            {
                http.Abort();
                return;
            }

            http.Response.Clear();
            await Problem.WriteAsync(http, StatusCodes.Status500InternalServerError, "The function failed; the host's log says why.");
        }
    }

    private Task<object?> RunAsync(HostFunction function, HttpContext http, CancellationToken cancellationToken)
    {
        HostFunctionContext context = new(function, hosting.Ids.Next(), http.RequestServices, new RequestBindingData(http.Request), cancellationToken);
        context.Items[FunctionContextExtensions.HttpContextKey] = http;
        context.Features.Set<IHttpRequestDataFeature>(new RequestDataFeature(http));
        return hosting.Runner.RunAsync(new FunctionRun(function, context) { Trigger = http.Request, Http = http });
    }

    private static Task AnswerAsync(object? result, HttpContext http) => result switch
    {
        HttpResponseData answer => ResponseDataWriter.WriteAsync(answer, http),
        IResult answer => answer.ExecuteAsync(http),
        IActionResult answer => answer.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor())),
        _ => Task.CompletedTask,
    };
}
