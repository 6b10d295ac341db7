using Workflows.Simulator.Protocol;

namespace Workflows.Simulator.Http;

/// <summary>Carries requests from ASP.NET Core to the engine and replies back.</summary>
internal sealed class HttpAdapter(SimulatorEngine engine)
{
    public async Task HandleAsync(HttpContext context)
    {
        var cancellationToken = context.RequestAborted;
        try
        {
            using var reply = await ReplyAsync(context.Request, cancellationToken);
            context.Response.StatusCode = reply.Status;
            context.Response.ContentType = reply.ContentType;
            context.Response.ContentLength = reply.Length;
            foreach (var (name, value) in reply.Headers)
            {
                context.Response.Headers[name] = value;
            }

            await foreach (var piece in reply.Body.WithCancellation(cancellationToken))
            {
                await context.Response.Body.WriteAsync(piece, cancellationToken);
                await context.Response.Body.FlushAsync(cancellationToken);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or CutConnectionException)
        {
            context.Abort();
        }
    }

    private async Task<SimulatorReply> ReplyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        byte[]? body;
        try
        {
            body = await BoundedBody.ReadAsync(request.Body, request.ContentLength, cancellationToken);
        }
        catch (BadHttpRequestException)
        {
            return SimulatorReply.Error(ApiError.Invalid("The body ended early."));
        }

        return body is null
            ? SimulatorEngine.TooLarge()
            : await engine.HandleAsync(
                new SimulatorRequest(request.Method, request.Path.Value ?? "/", request.QueryString.Value ?? "", request.ContentType, body),
                cancellationToken);
    }
}
