using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Workflows.Runtime.Host.Binding;

/// <summary>Arguments out of a queue's message: its text, its bytes, or a value from its JSON.</summary>
internal static class QueueBinding
{
    public static ParameterBinder For(ParameterInfo parameter)
    {
        Type type = parameter.ParameterType;
        return type == typeof(string) ? run => new(Encoding.UTF8.GetString((byte[])run.Trigger!))
            : type == typeof(byte[]) ? run => new(run.Trigger)
            : type == typeof(ReadOnlyMemory<byte>) ? run => new((object)new ReadOnlyMemory<byte>((byte[])run.Trigger!))
            : type == typeof(BinaryData) ? run => new(BinaryData.FromBytes((byte[])run.Trigger!))
            : run => new(Read((byte[])run.Trigger!, type, run.Context.InstanceServices.GetRequiredService<IOptions<JsonSerializerOptions>>().Value));
    }

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
