using Microsoft.AspNetCore.Http;
using Workflows.Runtime.Host.Http;
using Workflows.Runtime.Host.Monitor.Http;
using Workflows.Runtime.Host.Monitor.Operations;
using Workflows.Runtime.Host.Queues;
using Workflows.Runtime.Host.Triggers;

namespace Workflows.Runtime.Host.Monitor.Triggers;

/// <summary>Shows messages of queues; those of poison queues can be sent again or deleted.</summary>
/// <param name="triggers">The queues that are known, of functions that run and that are switched off.</param>
/// <param name="operations">Carries operations out.</param>
/// <param name="base64">How texts are encoded on the wire.</param>
internal sealed class MessageRoutes(IReadOnlyList<HostTriggers> triggers, Operator operations, bool base64)
{
    private const int PageSize = 50;
    private const int LargestPage = 500;

    public void Map(MonitorApi api)
    {
        api.Get("/queues/{queue}/messages", ListAsync);
        api.Get("/queues/{queue}/messages/{message}/body", BodyAsync);
        api.Change(HttpMethods.Post, "/queues/{queue}/messages/{message}/resend", request => OneAsync(request, "resend", (poison, delivery) => poison.Store.MoveAsync(delivery, poison.Home!, CancellationToken.None)));
        api.Change(HttpMethods.Delete, "/queues/{queue}/messages/{message}", request => OneAsync(request, "delete", (poison, delivery) => poison.Store.DeleteAsync(delivery, CancellationToken.None)));
        api.Change(HttpMethods.Post, "/queues/{queue}/resend", request => AllAsync(request, "resend", (poison, delivery) => poison.Store.MoveAsync(delivery, poison.Home!, CancellationToken.None)));
        api.Change(HttpMethods.Delete, "/queues/{queue}/messages", request => AllAsync(request, "delete", (poison, delivery) => poison.Store.DeleteAsync(delivery, CancellationToken.None)));
    }

    private async Task<IResult> ListAsync(MonitorRequest request)
    {
        KnownQueue queue = Find(request);
        int top = request.Top(PageSize, LargestPage);
        IReadOnlyList<QueuedMessage> messages = await queue.Store.PeekAsync(queue.Name, request.Text("after"), top + 1, request.Aborted);
        return MonitorJson.Of(new MessagePage(
            [.. messages.Take(top).Select(message => new MessageItem(message.Id, message.Inserted, message.Visible, message.Dequeued, message.Taken, Shown.Of(Decode(message.Text))))],
            !queue.Store.IsAccount && messages.Count > top ? messages[top - 1].Id : null));
    }

    private async Task<IResult> BodyAsync(MonitorRequest request)
    {
        KnownQueue queue = Find(request);
        string id = request.Route("message");
        string? after = long.TryParse(id, out long number) ? (number - 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
        IReadOnlyList<QueuedMessage> messages = await queue.Store.PeekAsync(queue.Name, after, queue.Store.IsAccount ? LargestPage : 1, request.Aborted);
        string? text = messages.FirstOrDefault(message => message.Id == id)?.Text;
        return PayloadText.Of(request, text is null ? null : Decode(text), $"{queue.Name}-{id}.txt");
    }

    private Task<IResult> OneAsync(MonitorRequest request, string operation, Func<KnownQueue, QueueDelivery, Task<bool>> act)
    {
        KnownQueue queue = Poison(request);
        string id = request.Route("message");
        return operations.RunAsync(request, $"{operation} message", queue.Name, $"message {Cutting.To(id, 100)}", async () =>
        {
            QueueDelivery? delivery = await queue.Store.TakeAsync(queue.Name, id, request.Aborted);
            return delivery is not null && await act(queue, delivery)
                ? OperationDone.Done(Told(operation, 1, queue)) with { Count = 1 }
                : throw RefusedException.NotFound($"There is no message '{id}' in {queue.Name}.");
        });
    }

    private Task<IResult> AllAsync(MonitorRequest request, string operation, Func<KnownQueue, QueueDelivery, Task<bool>> act)
    {
        KnownQueue queue = Poison(request);
        return operations.RunAsync(request, $"{operation} messages", queue.Name, "all", async () =>
        {
            // No more than lay there: what is sent back may come again.
            QueueLengths there = await queue.Store.LengthsAsync(queue.Name, request.Aborted);
            long most = there.Ready + (there.Hidden ?? 0);
            int count = 0;
            for (IReadOnlyList<QueueDelivery> some = await Next(); some.Count > 0 && count < most; some = await Next())
            {
                foreach (QueueDelivery delivery in some)
                {
                    count += await act(queue, delivery) ? 1 : 0;
                }
            }

            return OperationDone.Done(Told(operation, count, queue)) with { Count = count };
        });

        Task<IReadOnlyList<QueueDelivery>> Next() => queue.Store.ReceiveAsync(queue.Name, 32, QueueListener.Visibility, request.Aborted);
    }

    private static string Told(string operation, int count, KnownQueue queue) =>
        operation == "resend" ? $"{count} of {queue.Name} went back to {queue.Home}." : $"{count} of {queue.Name} were deleted.";

    private KnownQueue Poison(MonitorRequest request)
    {
        KnownQueue queue = Find(request);
        return queue.Home is not null ? queue : throw RefusedException.Conflict($"'{queue.Name}' is no poison queue: its messages belong to its function.");
    }

    private KnownQueue Find(MonitorRequest request)
    {
        string name = request.Route("queue");
        foreach ((_, QueueRoute route, string? poison) in triggers.SelectMany(some => some.Queues))
        {
            if (route.Queue == name || poison == name)
            {
                return new KnownQueue(route.Store, name, poison == name ? route.Queue : null);
            }
        }

        throw RefusedException.NotFound($"No function is triggered by a queue '{name}'.");
    }

    private string Decode(string text)
    {
        try
        {
            return System.Text.Encoding.UTF8.GetString(QueueBody.Decode(text, base64));
        }
        catch (FormatException)
        {
            return text;
        }
    }

    /// <param name="Store">Where it is.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Home">For a poison queue: the queue whose messages it holds.</param>
    private sealed record KnownQueue(IQueueStore Store, string Name, string? Home);
}
