using System.ClientModel;
using System.Net.Http.Headers;
using System.Text;
using Workflows.Shared.Models;

namespace Workflows.Activities.Models;

/// <summary>The body of a transcription request: <c>multipart/form-data</c> with the file, the model and the language.</summary>
internal static class TranscriptionBody
{
    /// <returns>The body and its content type, which names the boundary.</returns>
    public static (BinaryContent Body, string ContentType) Write(ModelPool pool, ModelSend send)
    {
        var recording = send.Media[0];
        var type = ModelMedia.AudioOf(recording.Span)!;

        // The boundary is the type's own random one: a recording must not be able to end its part and add fields.
        using var form = new MultipartFormDataContent();
        var file = new ReadOnlyMemoryContent(recording);
        file.Headers.ContentType = new MediaTypeHeaderValue(type);

        // Servers go by the name's ending; the name that the file once had is nobody's business.
        form.Add(file, "file", $"recording.{type["audio/".Length..]}");
        Add("model", pool.Model);
        Add("response_format", "json");
        Add("temperature", "0");
        if (send.Request.Audio!.Language is { } language)
        {
            Add("language", language);
        }

        using var buffer = new MemoryStream(recording.Length + 4_096);
        form.CopyTo(buffer, context: null, CancellationToken.None);
        return (BinaryContent.Create(new BinaryData(buffer.GetBuffer().AsMemory(0, (int)buffer.Length))), form.Headers.ContentType!.ToString());

        void Add(string name, string value) => form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(value)), name);
    }
}
