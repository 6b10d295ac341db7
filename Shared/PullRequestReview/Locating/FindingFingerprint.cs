using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Workflows.Shared.PullRequestReview.Diffs;

namespace Workflows.Shared.PullRequestReview.Locating;

/// <summary>
/// The stable id of a finding. It is made of the path, the category, the code's own text, its side and which of several equal places it is; line
/// numbers, the order of files and the model's wording play no part, so the same finding on the same code keeps its id.
/// </summary>
public static class FindingFingerprint
{
    private const int HexDigits = 12;

    /// <summary>Computes the id: <c>f-</c> and 12 lower-case hexadecimal digits of a SHA-256.</summary>
    /// <param name="path">The file's path; empty for a finding about no file.</param>
    /// <param name="category">The kind of trouble; letter case and outer blanks do not count.</param>
    /// <param name="quote">The code: <see cref="LineLocation.Text"/> where located, else the model's quote. White space is levelled.</param>
    /// <param name="side">The side the code stands on; null when it was not located.</param>
    /// <param name="occurrence">Which of several equal places, from 1 (see <see cref="Occurrence"/>).</param>
    public static string Compute(string path, string category, string? quote, DiffSide? side, int occurrence)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(category);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, path);
        Append(hash, category.Trim().ToLowerInvariant());
        Append(hash, string.Join('\n', (quote ?? "").Split('\n').Select(LineText.Normalise).Where(line => line.Length > 0)));
        Append(hash, side switch { DiffSide.New => "new", DiffSide.Old => "old", _ => "" });
        Append(hash, Math.Max(1, occurrence).ToString(System.Globalization.CultureInfo.InvariantCulture));
        return "f-" + Convert.ToHexStringLower(hash.GetHashAndReset())[..HexDigits];
    }

    /// <summary>Counts which of the equal lines that the diff shows on a location's side it is, from 1; 1 when there is no line.</summary>
    /// <param name="file">The file in which the location was found.</param>
    /// <param name="location">The location.</param>
    public static int Occurrence(DiffFile file, LineLocation location)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(location);
        if (location is not { Line: { } number, Side: { } side, Text: { } text })
        {
            return 1;
        }

        var first = LineText.Normalise(text.Split('\n')[0]);
        return 1 + file.Hunks
            .SelectMany(hunk => hunk.Lines)
            .Count(line => line.NumberOn(side) < number && LineText.Normalise(line.Text) == first);
    }

    /// <summary>Each part goes in behind its length, so that no two lists of parts run together to the same bytes.</summary>
    private static void Append(IncrementalHash hash, string part)
    {
        var bytes = Encoding.UTF8.GetBytes(part);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
