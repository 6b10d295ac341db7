using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Http;
using Workflows.FunctionsWorker;

namespace Workflows.Runtime.Host.App;

/// <summary>Queue functions.</summary>
internal sealed class Mail(Desk desk)
{
    [Function("Orders")]
    public Task Orders([QueueTrigger("%Queues:Prefix%orders")] string order, CancellationToken cancellationToken) => desk.RunAsync("Orders", order, cancellationToken);

    [Function("Parcels")]
    public Task Parcels([QueueTrigger("%Queues:Prefix%parcels")] Parcel parcel, CancellationToken cancellationToken) => desk.RunAsync("Parcels", parcel, cancellationToken);

    [Function("Bytes")]
    public Task Bytes([QueueTrigger("%Queues:Prefix%bytes")] byte[] bytes, CancellationToken cancellationToken) => desk.RunAsync("Bytes", bytes, cancellationToken);

    [Function("Data")]
    public Task Data([QueueTrigger("%Queues:Prefix%data")] BinaryData data, FunctionContext context) =>
        desk.RunAsync("Data", (data, context.BindingContext.BindingData), context.CancellationToken);

    [Function("LostOrders")]
    public Task LostOrders([QueueTrigger("%Queues:Prefix%orders-poison")] string order, CancellationToken cancellationToken) =>
        desk.RunAsync("LostOrders", order, cancellationToken);

    [Function("LostParcels")]
    public Task LostParcels([QueueTrigger("%Queues:Prefix%parcels-poison")] string parcel, CancellationToken cancellationToken) =>
        desk.RunAsync("LostParcels", parcel, cancellationToken);

    [Function("Forward")]
    [QueueOutput("%Queues:Prefix%orders")]
    public async Task<string?> Forward([QueueTrigger("%Queues:Prefix%forward")] string text, CancellationToken cancellationToken)
    {
        await desk.RunAsync("Forward", text, cancellationToken);
        return text.Length == 0 ? null : $"{text}, forwarded";
    }

    [Function("Splitter")]
    public static Split Splitter([QueueTrigger("%Queues:Prefix%split")] string text) => new() { Orders = text.Split(' '), Parcel = new Parcel(text, text.Length) };

    [Function("Shop")]
    public static Receipt Shop([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "shop/{order}")] HttpRequest request, string order) =>
        new() { Answer = TypedResults.Accepted(request.Path.Value), Order = order };

    [Function("Letters")]
    public Task Letters(
        [QueueTrigger("%Queues:Prefix%letters")] QueueMessage letter, string id, int dequeueCount, DateTimeOffset insertionTime, DateTime? nextVisibleTime, CancellationToken cancellationToken) =>
        desk.RunAsync("Letters", (letter, id, dequeueCount, insertionTime, nextVisibleTime), cancellationToken);
}
