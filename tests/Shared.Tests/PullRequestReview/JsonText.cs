using System.Text.Json;

namespace Workflows.Shared.Tests.PullRequestReview;

/// <summary>Records hold lists, which compare by reference; their JSON compares by value, and is what gets stored.</summary>
internal static class JsonText
{
    public static string Of<T>(T value) => JsonSerializer.Serialize(value);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json)!;
}
