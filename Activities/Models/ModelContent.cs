using System.Text;
using Workflows.Activities.Content;
using Workflows.Shared.Models;

namespace Workflows.Activities.Models;

/// <summary>Puts into a request what stands in the content store for it: a long prompt, a recording, images. What is fetched is checked again: who stored it may have been careless.</summary>
internal static class ModelContent
{
    /// <returns>The request, or why it can never be sent.</returns>
    public static async Task<(ModelSend Send, string? Fault)> ReadAsync(ModelSend send, IContentStore? content, CancellationToken cancellationToken)
    {
        if (send.Request.Prompt.ContentKey is { } key)
        {
            if (await GetAsync(key) is not { } text)
            {
                return (send, "The prompt is not in the content store any more.");
            }

            send = send with { Request = send.Request with { Prompt = send.Request.Prompt with { User = Encoding.UTF8.GetString(text.Span) } } };
        }

        if (send.Request.Audio is { } audio)
        {
            if (audio.Language is { } language && !ModelMedia.IsLanguage(language))
            {
                return (send, "The language of a recording is two lower-case letters, such as ko.");
            }

            return await GetAsync(audio.ContentKey) is { } recording
                ? (send with { Media = [recording] }, Fault("The recording", recording, ModelMedia.LargestAudio, ModelMedia.AudioOf(recording.Span), ModelMedia.AudioTypes))
                : (send, "The recording is not in the content store any more.");
        }

        return send.Request.Prompt.ImageKeys is { Count: > 0 } images ? await ReadImagesAsync(images) : (send, null);

        async Task<ReadOnlyMemory<byte>?> GetAsync(string key) => content is null ? null : await content.GetAsync(key, cancellationToken);

        async Task<(ModelSend Send, string? Fault)> ReadImagesAsync(IReadOnlyList<string> keys)
        {
            if (keys.Count > ModelMedia.MostImages)
            {
                return (send, FormattableString.Invariant($"A request has at most {ModelMedia.MostImages} images."));
            }

            List<ReadOnlyMemory<byte>> media = [];
            foreach (var key in keys)
            {
                if (await GetAsync(key) is not { } image)
                {
                    return (send, "An image is not in the content store any more.");
                }

                if (Fault("An image", image, ModelMedia.LargestImage, ModelMedia.ImageOf(image.Span), ModelMedia.ImageTypes) is { } fault)
                {
                    return (send, fault);
                }

                media.Add(image);
            }

            return (send with { Media = media }, null);
        }
    }

    private static string? Fault(string what, ReadOnlyMemory<byte> file, int largest, string? type, IReadOnlyList<string> types) =>
        file.Length > largest ? FormattableString.Invariant($"{what} has {file.Length} bytes, and at most {largest} are sent.")
        : type is null ? $"{what} is of no type that models take; there are {string.Join(", ", types)}."
        : null;
}
