using System.Security.Cryptography;
using System.Text.Json;
using Workflows.Shared.Interview;

namespace Workflows.Cli.Inputs;

/// <summary>The id of an interview's run, made from all but its answers: the same interview finds the same run, whoever answers from now on.</summary>
internal static class InterviewRunId
{
    private const int HexDigits = 16;

    /// <summary>The id.</summary>
    /// <param name="request">The interview.</param>
    /// <param name="suffix">Makes it the id of a fresh run; null: the interview's own.</param>
    public static string Of(InterviewRequest request, string? suffix)
    {
        string id = $"interview-{Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, InterviewJson.Options)))[..HexDigits]}";
        return suffix is null ? id : $"{id}-{suffix}";
    }
}
