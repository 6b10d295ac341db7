using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workflows.Runtime.Host.Invocation;
using Workflows.Runtime.Host.Queues;

namespace Workflows.Runtime.Host.Binding;

/// <summary>Arguments out of a queue's message: its text, its bytes, or a value from its JSON.</summary>
internal static class QueueBinding
{
    public static ParameterBinder For(ParameterInfo parameter)
    {
        Type type = parameter.ParameterType;
        return type == typeof(string) ? run => new(Encoding.UTF8.GetString(Body(run)))
            : type == typeof(byte[]) ? run => new(Body(run))
            : type == typeof(ReadOnlyMemory<byte>) ? run => new((object)new ReadOnlyMemory<byte>(Body(run)))
            : type == typeof(BinaryData) ? run => new(BinaryData.FromBytes(Body(run)))
            : type == typeof(QueueMessage) ? run => new(Message((QueueArrival)run.Trigger!))
            : run => new(Read(Body(run), type, run.Context.InstanceServices.GetRequiredService<IOptions<JsonSerializerOptions>>().Value));
    }

    /// <summary>An argument out of what is known of the message; null: nothing is known by that name and type.</summary>
    public static ParameterBinder? Metadata(ParameterInfo parameter)
    {
        string name = parameter.Name!;
        Type type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (!QueueMetadata.Types.TryGetValue(name, out Type? known))
        {
            return null;
        }

        return type == known ? run => new(run.Context.BindingContext.BindingData[name])
            : known == typeof(long) && type == typeof(int) ? run => new(Convert.ToInt32(run.Context.BindingContext.BindingData[name], CultureInfo.InvariantCulture))
            : known == typeof(DateTimeOffset) && type == typeof(DateTime) ? run => new(((DateTimeOffset?)run.Context.BindingContext.BindingData[name])?.UtcDateTime)
            : known == typeof(long) && type == typeof(string) ? run => new(Convert.ToString(run.Context.BindingContext.BindingData[name], CultureInfo.InvariantCulture))
            : null;
    }

    private static byte[] Body(FunctionRun run) => ((QueueArrival)run.Trigger!).Body;

    private static QueueMessage Message(QueueArrival arrival) => QueuesModelFactory.QueueMessage(
        arrival.Delivery.Id,
        arrival.Delivery.Receipt,
        BinaryData.FromBytes(arrival.Body),
        arrival.Delivery.DequeueCount,
        arrival.Delivery.NextVisibleAt,
        arrival.Delivery.InsertedAt,
        arrival.Delivery.ExpiresAt);

    private static object Read(byte[] body, Type type, JsonSerializerOptions json)
    {
        try
        {
            return JsonSerializer.Deserialize(body, type, json) ?? throw new FormatException($"The message is JSON null, which is no {type.Name}.");
        }
        catch (JsonException e)
        {
            // Without the cause: its message can quote the body.
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"The message is not the JSON of a {type.Name} (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1})."));
        }
    }
}
