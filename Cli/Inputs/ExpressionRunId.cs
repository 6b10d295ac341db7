using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Workflows.Shared.Expressions;

namespace Workflows.Cli.Inputs;

/// <summary>The id of an analysis' run, made from the subtitles and the options: the same input finds the same run.</summary>
internal static class ExpressionRunId
{
    private const int HexDigits = 16;

    /// <summary>The id.</summary>
    /// <param name="request">What is analysed, and how.</param>
    /// <param name="suffix">Makes it the id of a fresh run; null: the input's own.</param>
    public static string Of(ExpressionRequest request, string? suffix)
    {
        byte[] input = Encoding.UTF8.GetBytes(ExpressionContent.Hash(request) + JsonSerializer.Serialize(request.Options, ExpressionJson.Options));
        string id = $"expressions-{Convert.ToHexStringLower(SHA256.HashData(input))[..HexDigits]}";
        return suffix is null ? id : $"{id}-{suffix}";
    }
}
