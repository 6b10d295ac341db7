using System.ClientModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using Workflows.Shared.Models;

namespace Workflows.Activities.Models;

/// <summary>The body of an embeddings request: the question first, then the texts.</summary>
internal static class EmbeddingBody
{
    // The body goes to a JSON parser and never into a page: text outside ASCII need not be escaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static BinaryContent Write(ModelPool pool, ModelSimilarity similarity)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("model", pool.Model);
            writer.WriteStartArray("input");
            foreach (var text in Inputs(similarity))
            {
                writer.WriteStringValue(text);
            }

            writer.WriteEndArray();
            writer.WriteString("encoding_format", "float");
            writer.WriteEndObject();
        }

        return BinaryContent.Create(BinaryData.FromBytes(buffer.ToArray()));
    }

    /// <summary>Why no server would take it; null: nothing is wrong.</summary>
    public static string? Fault(ModelSimilarity similarity) => similarity.Texts.Count is 0 or >= ModelSimilarity.MaxInputs
        ? FormattableString.Invariant($"A similarity request has from 1 to {ModelSimilarity.MaxInputs - 1} texts.")
        : Inputs(similarity).Any(string.IsNullOrWhiteSpace) ? "A similarity request has no blank text." : null;

    /// <summary>The estimate of everything that is sent.</summary>
    public static int Tokens(ModelSimilarity similarity) => Inputs(similarity).Sum(text => TokenEstimate.Of(text));

    /// <summary>The estimate of the longest input: a model's context holds one of them at a time.</summary>
    public static int LongestTokens(ModelSimilarity similarity) => Inputs(similarity).Max(text => TokenEstimate.Of(text));

    private static IEnumerable<string> Inputs(ModelSimilarity similarity) => similarity.Texts.Prepend(similarity.Question);
}
