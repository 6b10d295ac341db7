using System.Text.Json;
using Microsoft.Extensions.Options;
using Workflows.Runtime.Host.Discovery;

namespace Workflows.Runtime.Host.Queues;

/// <summary>Sends messages: what functions put out, and what code sends by itself.</summary>
internal sealed class QueueSender(QueueRoutes routes, QueueSettings settings, IOptions<JsonSerializerOptions> json) : IHostQueues
{
    public async Task SendAsync(string queue, string text, string? connection = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(queue);
        ArgumentNullException.ThrowIfNull(text);
        QueueRoute route;
        try
        {
            route = routes.Find(connection, queue);
        }
        catch (FormatException e)
        {
            throw new ArgumentException($"The message cannot be sent: {e.Message}", nameof(queue), e);
        }

        await route.Store.SendAsync(route.Queue, [QueueBody.Encode(System.Text.Encoding.UTF8.GetBytes(text), settings.Base64)], cancellationToken);
    }

    /// <summary>Sends what a function that has succeeded put out.</summary>
    public async Task SendAsync(HostFunction function, object? result, CancellationToken cancellationToken)
    {
        foreach (QueueOutput output in function.Outputs)
        {
            object? value = output.Property is not { } property ? result
                : property.DeclaringType!.IsInstanceOfType(result) ? property.GetValue(result)
                : null;
            string[] texts = [.. QueueBody.MessagesOf(value, json.Value).Select(body => QueueBody.Encode(body, settings.Base64))];
            if (texts.Length > 0)
            {
                QueueRoute route = routes.Find(output.Attribute.Connection, output.Attribute.QueueName);
                await route.Store.SendAsync(route.Queue, texts, cancellationToken);
            }
        }
    }
}
