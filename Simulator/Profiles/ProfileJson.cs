using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Workflows.Simulator.Profiles;

/// <summary>Profiles as JSON, and changes to them as JSON merge patches (RFC 7396).</summary>
internal static class ProfileJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        MaxDepth = 16,
    };

    /// <summary>A profile as JSON.</summary>
    public static JsonObject Write(ModelProfile profile) => JsonSerializer.SerializeToNode(profile, Options)!.AsObject();

    /// <summary>A profile with a patch applied.</summary>
    /// <exception cref="FormatException">The patch is no object, names an unknown field or gives a bad value; the message says which.</exception>
    public static ModelProfile Patch(ModelProfile profile, JsonNode? patch)
    {
        if (patch is not JsonObject changes)
        {
            throw new FormatException("The patch must be a JSON object.");
        }

        var merged = Write(profile);
        Merge(merged, changes);
        ModelProfile? result;
        try
        {
            result = merged.Deserialize<ModelProfile>(Options);
        }
        catch (JsonException error)
        {
            throw new FormatException($"The profile has an unknown field or a value of the wrong type at {error.Path ?? "$"}.", error);
        }

        var problems = result!.Validate();
        return problems.Count == 0 ? result : throw new FormatException(string.Join("; ", problems) + ".");
    }

    private static void Merge(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is null)
            {
                target.Remove(name);
            }
            else if (value is JsonObject inner)
            {
                if (target[name] is not JsonObject existing)
                {
                    existing = [];
                    target[name] = existing;
                }

                Merge(existing, inner);
            }
            else
            {
                target[name] = value.DeepClone();
            }
        }
    }
}
