using System.ClientModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using Workflows.Shared.Models;

namespace Workflows.Activities.Models;

/// <summary>
/// The body of a chat completion request. It is written here and sent through the package's protocol method, as the package's own
/// types know neither <c>chat_template_kwargs</c> nor <c>reasoning_content</c>.
/// </summary>
internal static class ChatBody
{
    // The body goes to a JSON parser and never into a page: text outside ASCII need not be escaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static BinaryContent Write(ModelPool pool, ModelSend send, AnswerSchema? schema, bool streams = false)
    {
        var request = send.Request;
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("model", pool.Model);
            writer.WriteStartArray("messages");
            WriteMessage(writer, "system", SystemText(send));
            WriteQuestion(writer, request.Prompt.User, send.Media);
            foreach (var message in send.Messages)
            {
                WriteMessage(writer, message.Role, message.Text);
            }

            writer.WriteEndArray();
            writer.WriteNumber("temperature", request.Temperature);
            if (request.TopP is { } topP)
            {
                writer.WriteNumber("top_p", topP);
            }

            writer.WriteNumber("max_tokens", request.MaxOutputTokens);
            if (streams)
            {
                writer.WriteBoolean("stream", true);
                writer.WriteStartObject("stream_options");
                writer.WriteBoolean("include_usage", true);
                writer.WriteEndObject();
            }

            if (send.UseResponseFormat && schema is not null)
            {
                WriteResponseFormat(writer, schema);
            }

            if (pool.EnableThinking is { } thinking)
            {
                writer.WriteStartObject("chat_template_kwargs");
                writer.WriteBoolean("enable_thinking", thinking);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        return BinaryContent.Create(BinaryData.FromBytes(buffer.ToArray()));
    }

    /// <summary>The estimate of everything that is sent.</summary>
    public static int Tokens(ModelSend send) =>
        TokenEstimate.Of(SystemText(send)) + TokenEstimate.Of(send.Request.Prompt.User) + send.Messages.Sum(message => TokenEstimate.Of(message.Text))
        + (send.Media.Count * ModelMedia.ImageTokens);

    private static string SystemText(ModelSend send) => send.UseResponseFormat || send.Request.Schema is null
        ? send.Request.Prompt.System
        : send.Request.Prompt.System + "\n\nThe answer is one JSON object that is valid by this JSON Schema, with nothing before or after it:\n" + send.Request.Schema;

    private static void WriteMessage(Utf8JsonWriter writer, string role, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("role", role);
        writer.WriteString("content", text);
        writer.WriteEndObject();
    }

    /// <summary>The user message; with images it is a list of parts, each image a <c>data:</c> address, so that no server fetches anything from anywhere.</summary>
    private static void WriteQuestion(Utf8JsonWriter writer, string text, IReadOnlyList<ReadOnlyMemory<byte>> images)
    {
        if (images.Count == 0)
        {
            WriteMessage(writer, ModelMessage.User, text);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("role", ModelMessage.User);
        writer.WriteStartArray("content");
        writer.WriteStartObject();
        writer.WriteString("type", "text");
        writer.WriteString("text", text);
        writer.WriteEndObject();
        foreach (var image in images)
        {
            writer.WriteStartObject();
            writer.WriteString("type", "image_url");
            writer.WriteStartObject("image_url");
            writer.WriteString("url", $"data:{ModelMedia.ImageOf(image.Span)};base64,{Convert.ToBase64String(image.Span)}");
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteResponseFormat(Utf8JsonWriter writer, AnswerSchema schema)
    {
        writer.WriteStartObject("response_format");
        writer.WriteString("type", "json_schema");
        writer.WriteStartObject("json_schema");
        writer.WriteString("name", schema.Name);
        writer.WriteBoolean("strict", true);
        writer.WritePropertyName("schema");
        schema.Schema.WriteTo(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
