using Microsoft.AspNetCore.Http;
using Workflows.Runtime.Host.Binding;
using Workflows.Runtime.Host.Http;
using Workflows.Runtime.Host.Monitor.Http;

namespace Workflows.Runtime.Host.Monitor.Operations;

/// <summary>Carries operations out: each is noted before, and how it went after.</summary>
internal sealed class Operator(AuditLog audit)
{
    private const int MostMessage = 300;

    /// <param name="request">Who asks.</param>
    /// <param name="operation">The operation's name.</param>
    /// <param name="target">What it is done to; null where that is known only afterwards.</param>
    /// <param name="details">How it was asked for; no payloads.</param>
    /// <param name="run">Does it.</param>
    public async Task<IResult> RunAsync(MonitorRequest request, string operation, string? target, string? details, Func<Task<OperationDone>> run)
    {
        long note = await audit.BeginAsync(request.Caller, operation, target, details);
        OperationDone done;
        try
        {
            done = await run();
        }
        catch (Exception e)
        {
            (string outcome, string message) = e switch
            {
                RefusedException or RequestFaultException => (AuditOutcomes.Refused, e.Message),
                OperationCanceledException => (AuditOutcomes.Failed, "Whoever asked did not wait for the answer."),
                _ => (AuditOutcomes.Failed, e.GetType().Name),
            };
            await audit.EndAsync(note, outcome, Cutting.To(message, MostMessage));
            throw;
        }

        await audit.EndAsync(note, done.Outcome, Cutting.To(done.Message, MostMessage), target is null ? done.NewId : null);
        return MonitorJson.Of(new OperationAnswer
        {
            Operation = operation,
            Id = target,
            Outcome = done.Outcome,
            Message = done.Message,
            Audit = note,
            NewId = done.NewId,
            Count = done.Count,
            Removed = done.Removed,
            Released = done.Released,
        });
    }
}
