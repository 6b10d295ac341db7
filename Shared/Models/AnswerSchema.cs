using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflows.Shared.Models;

/// <summary>
/// The JSON Schema of a structured answer: sent to the model server as <c>response_format</c> and checked again on arrival,
/// because servers do not all enforce it. The check is our own as no schema library is among the packages this product restores;
/// it knows the keywords that <see cref="SchemaKeywords"/> lists and refuses a schema with any other.
/// </summary>
public sealed record AnswerSchema
{
    /// <summary>Most errors that <see cref="Validate"/> lists; a last entry then tells that there are more.</summary>
    public const int MaxErrors = 10;

    /// <summary>Makes a schema.</summary>
    /// <param name="name">The name sent to the server: letters, digits, underscores and hyphens, at most 64.</param>
    /// <param name="schema">The schema.</param>
    /// <exception cref="ArgumentException">The name is not allowed, or the schema uses a keyword, or a keyword's value, that the check does not know.</exception>
    [JsonConstructor]
    public AnswerSchema(string name, JsonElement schema)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length is 0 or > 64 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-'))
        {
            throw new ArgumentException("A schema's name has 1 to 64 letters, digits, underscores and hyphens.", nameof(name));
        }

        SchemaKeywords.EnsureKnown(schema);
        Name = name;
        Schema = schema.Clone();
    }

    /// <summary>The schema's name.</summary>
    public string Name { get; }

    /// <summary>The schema itself.</summary>
    public JsonElement Schema { get; }

    /// <summary>Makes a schema from its text.</summary>
    /// <param name="name">The schema's name.</param>
    /// <param name="json">The schema as JSON.</param>
    /// <exception cref="ArgumentException">As the constructor says.</exception>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static AnswerSchema Parse(string name, string json)
    {
        using var document = JsonDocument.Parse(json);
        return new AnswerSchema(name, document.RootElement);
    }

    /// <summary>
    /// What is wrong with a value, each error with the place where it stands, in document order; empty when the value is valid.
    /// An <c>integer</c> must be written without fraction and exponent, so that it can be read as one.
    /// </summary>
    /// <param name="value">Any JSON value; it is never trusted.</param>
    public IReadOnlyList<string> Validate(JsonElement value)
    {
        var validation = new SchemaValidation(MaxErrors);
        validation.Check(Schema, value, "$");
        return validation.Errors;
    }
}
