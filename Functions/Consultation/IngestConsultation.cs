using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Workflows.Activities.Consultation;
using Workflows.Functions.Http;
using Workflows.Orchestrations.Consultation;
using Workflows.Shared.Consultation;

namespace Workflows.Functions.Consultation;

/// <summary>
/// The queue <c>consultations</c>: takes in the consultations of accepted batches, and those that another system puts there itself, each of which becomes a batch of one. A
/// message that cannot be used goes to <c>consultations-poison</c> with its reason.
/// </summary>
internal sealed class IngestConsultation(IConsultationQueue queue, BatchDesk desk, IOptions<ConsultationOptions> options)
{
    private const int LongestMessage = 48 * 1024;

    /// <summary>Takes in one message; as often as it comes, its consultation is analysed once.</summary>
    [Function(nameof(IngestConsultation))]
    public async Task Run([QueueTrigger(ConsultationNames.Queue)] string message, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        try
        {
            using JsonDocument body = ConsultationBody.Parse(Encoding.UTF8.GetBytes(message)) ?? throw new InvalidRequestException("message", "The message is no JSON object.");
            await (body.RootElement.TryGetProperty("batch_id", out JsonElement batch) && batch.ValueKind != JsonValueKind.Null
                ? AdmitAsync(body.RootElement, batch, client, cancellationToken)
                : AcceptAsync(body.RootElement, client, cancellationToken));
        }
        catch (InvalidRequestException e)
        {
            await queue.SendAsync(ConsultationNames.PoisonQueue, Poison($"{e.Field}: {e.Message}", message), cancellationToken);
        }
    }

    /// <summary>The reason, and as much of the message as a message beside it can hold.</summary>
    private static string Poison(string reason, string message)
    {
        for (string kept = message; ; kept = kept[..(kept.Length * 3 / 4)])
        {
            string text = JsonSerializer.Serialize(new { reason, message = kept }, ConsultationJson.Options);
            if (Encoding.UTF8.GetByteCount(text) <= LongestMessage)
            {
                return text;
            }
        }
    }

    private static Task AdmitAsync(JsonElement body, JsonElement batch, DurableTaskClient client, CancellationToken cancellationToken)
    {
        string? id = ConsultationBody.Text(batch);
        if (!BatchIds.IsId(id))
        {
            throw new InvalidRequestException("batch_id", "The batch_id is none of a batch; leave it out for a consultation of its own.");
        }

        if (!body.TryGetProperty("index", out JsonElement place) || place.ValueKind != JsonValueKind.Number || !place.TryGetInt32(out int index) || index < 0)
        {
            throw new InvalidRequestException("index", "The index is missing or no place in a batch.");
        }

        ConsultationMessage message = new() { BatchId = id, Index = index, Priority = ConsultationBody.Priority(body, "") };
        return client.Entities.SignalEntityAsync(ConsultationBatch.IdOf(id), nameof(ConsultationBatch.Admit), message, cancellation: cancellationToken);
    }

    private async Task AcceptAsync(JsonElement body, DurableTaskClient client, CancellationToken cancellationToken)
    {
        string? clientId = body.TryGetProperty("client_id", out JsonElement value) ? ConsultationBody.Text(value) : null;
        if (clientId is null || !options.Value.Clients.ContainsKey(clientId))
        {
            throw new InvalidRequestException("client_id", "The client_id is missing or none of a configured client.");
        }

        BatchSubmission batch = BatchAnalysisBody.ReadOne(body, clientId, options.Value);
        if (await desk.AcceptAsync(client, batch, idempotencyKey: null, cancellationToken) is { Acceptance: null, Fault: { } fault })
        {
            // The message is the only place where the consultation stands: it must come again.
            throw new InvalidOperationException(fault);
        }
    }
}
