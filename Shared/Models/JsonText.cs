using System.Text.Json;

namespace Workflows.Shared.Models;

/// <summary>Reads texts of JSON that may hold escapes of half a surrogate pair, which are JSON but no text.</summary>
internal static class JsonText
{
    /// <summary>A string's text, or null when it is not valid Unicode.</summary>
    public static string? Of(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A property's name, or null when it is not valid Unicode.</summary>
    public static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
