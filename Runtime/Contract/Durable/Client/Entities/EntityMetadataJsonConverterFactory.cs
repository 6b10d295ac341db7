using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflows.Durable.Client.Entities;

internal sealed class EntityMetadataJsonConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert)
        => typeToConvert == typeof(EntityMetadata)
            || (typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(EntityMetadata<>));

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        Type converter = typeToConvert == typeof(EntityMetadata)
            ? typeof(EntityMetadataJsonConverter<EntityMetadata, SerializedData>)
            : typeof(EntityMetadataJsonConverter<,>).MakeGenericType(typeToConvert, typeToConvert.GetGenericArguments()[0]);
        return (JsonConverter)Activator.CreateInstance(converter)!;
    }
}
