using System.Security.Cryptography;
using System.Text.Json;
using Workflows.Shared.Debate;

namespace Workflows.Cli.Inputs;

/// <summary>The id of a debate's run, made from what is debated: the same input finds the same run.</summary>
internal static class DebateRunId
{
    private const int HexDigits = 16;

    /// <summary>The id.</summary>
    /// <param name="request">What is debated.</param>
    /// <param name="suffix">Makes it the id of a fresh run; null: the input's own.</param>
    public static string Of(DebateRequest request, string? suffix)
    {
        string id = $"debate-{Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, DebateJson.Options)))[..HexDigits]}";
        return suffix is null ? id : $"{id}-{suffix}";
    }
}
