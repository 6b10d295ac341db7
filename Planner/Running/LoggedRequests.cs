using System.Text.Json;
using Workflows.Shared.Models;
using Workflows.Simulator;
using Workflows.Simulator.Models;

namespace Workflows.Planner.Running;

/// <summary>Stands before the simulator and writes down what passes. A request without a lease is written down with an empty one.</summary>
internal sealed class LoggedRequests(SimulatorHandler simulator, RequestLog log, Func<ModelCatalogue> catalogue) : DelegatingHandler(simulator)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        SentRequest sent = await DescribeAsync(request, RequestLog.Sending, cancellationToken);
        int status = 0;
        try
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            status = (int)response.StatusCode;
            return response;
        }
        finally
        {
            log.Add(sent with { Ended = log.Now, Status = status });
        }
    }

    private async Task<SentRequest> DescribeAsync(HttpRequestMessage request, ModelSend? send, CancellationToken cancellationToken)
    {
        if (send is null)
        {
            return new SentRequest { Lease = ":", Task = "other", Pool = "", Granted = log.Now, Sent = log.Now };
        }

        await request.Content!.LoadIntoBufferAsync(cancellationToken);
        using JsonDocument body = JsonDocument.Parse(await request.Content.ReadAsByteArrayAsync(cancellationToken));
        List<(string Role, string Text)> messages = [.. body.RootElement.GetProperty("messages").EnumerateArray()
            .Select(message => (message.GetProperty("role").GetString()!, message.GetProperty("content").GetString()!))];
        return new SentRequest
        {
            Lease = send.Lease.Id,
            Task = send.Request.Task,
            Pool = send.Pool,
            Granted = log.Seconds(send.Lease.GrantedAt),
            Sent = log.Now,
            Seconds = simulator.Models.Values.ToDictionary(model => model.Name, (SimulatorModel model) => model.LatencyOf(send.Request.Task, messages).TotalSeconds),
            Candidates = catalogue().Policy(send.Request.Task).Candidates(send.Request.PromptTokens),
        };
    }
}
