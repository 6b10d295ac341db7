using System.Text.Json;
using Workflows.Shared.Models;

namespace Workflows.Activities.Models;

/// <summary>Decides whether a reply's vectors are those of the inputs, and makes the similarities of them: only these leave the activity.</summary>
internal static class SimilarityJudge
{
    /// <summary>More digits would say nothing and make histories long.</summary>
    private const int Digits = 4;

    public static ModelSendOutcome Judge(EmbeddingReply reply, ModelSimilarity similarity, ModelSendOutcome outcome)
    {
        var vectors = new double[similarity.Texts.Count + 1][];
        if (Sort(reply.Data, vectors) is { } error)
        {
            return outcome with { Status = ModelSendStatus.Invalid, Error = error };
        }

        foreach (var vector in vectors)
        {
            Normalise(vector);
        }

        return outcome with { Status = ModelSendStatus.Answered, Answer = JsonSerializer.Serialize(vectors.Skip(1).Select(vector => Cosine(vectors[0], vector))) };
    }

    /// <returns>What is wrong with the vectors; null: each is in its place.</returns>
    private static string? Sort(IReadOnlyList<Embedding> data, double[]?[] vectors)
    {
        if (data.Count != vectors.Length)
        {
            return FormattableString.Invariant($"The server gave {data.Count} embeddings for {vectors.Length} inputs.");
        }

        foreach (var (index, vector) in data)
        {
            if (index < 0 || index >= vectors.Length || vectors[index] is not null)
            {
                return "The indexes of the embeddings are not those of the inputs.";
            }

            if (vector.Length == 0 || vector.Length != data[0].Vector.Length)
            {
                return "The embeddings are empty or of different dimensions.";
            }

            if (!vector.All(double.IsFinite))
            {
                return "An embedding has a value that is no finite number.";
            }

            if (vector.All(value => value == 0))
            {
                return "An embedding is zero: nothing can be compared with it.";
            }

            vectors[index] = vector;
        }

        return null;
    }

    private static void Normalise(double[] vector)
    {
        // Scaled first: the square of a large value would be infinite, and that of a small one zero.
        var largest = vector.Max(Math.Abs);
        var length = Math.Sqrt(vector.Sum(value => value / largest * (value / largest)));
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = vector[i] / largest / length;
        }
    }

    private static double Cosine(double[] one, double[] other) => Math.Round(Math.Clamp(one.Zip(other, (a, b) => a * b).Sum(), 0, 1), Digits);
}
