using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Workflows.Shared.PullRequestReview;

namespace Workflows.Cli.Inputs;

/// <summary>The id of a review's run, made from what is reviewed: the same input finds the same run.</summary>
internal static class ReviewRunId
{
    private const int HexDigits = 16;

    /// <summary>The id.</summary>
    /// <param name="request">What is reviewed; where it came from does not matter.</param>
    /// <param name="suffix">Makes it the id of a fresh run; null: the input's own.</param>
    public static string Of(ReviewRequest request, string? suffix)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] length = new byte[sizeof(int)];
        foreach (string? text in (string?[])[request.Diff, request.Title, request.Description, request.Rules])
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text ?? "");
            BinaryPrimitives.WriteInt32LittleEndian(length, text is null ? -1 : bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        string id = $"review-{Convert.ToHexStringLower(hash.GetHashAndReset())[..HexDigits]}";
        return suffix is null ? id : $"{id}-{suffix}";
    }
}
