using System.Text;
using Workflows.Shared.Models;

namespace Workflows.Activities.Tests.Models;

/// <summary>Files for models that hear and see, and requests about them.</summary>
internal static class Recordings
{
    public const string Key = "interviews/a/answer-1.wav";

    /// <summary>A sound file by its first bytes.</summary>
    public static byte[] Wav(int length = 64, string content = "secret-sound") =>
        [.. "RIFF"u8, 0, 0, 0, 0, .. "WAVE"u8, .. Encoding.ASCII.GetBytes(content.PadRight(length - 12))];

    public static byte[] Jpeg(int length = 64) => [0xFF, 0xD8, 0xFF, 0xE0, .. Encoding.ASCII.GetBytes("secret-face".PadRight(length - 4))];

    public static ModelSend Transcription(ModelBench bench, string? language = "ko", string pool = "gptoss")
    {
        ModelSend send = bench.Send(pool);
        return send with
        {
            Request = send.Request with
            {
                Task = "speech-to-text",
                Prompt = new ModelPrompt { Id = "transcription", Version = "1", System = "", User = "" },
                Schema = null,
                SchemaName = null,
                MaxOutputTokens = 0,
                PromptTokens = 0,
                Audio = new ModelAudio { ContentKey = Key, Language = language },
            },
        };
    }

    public static ModelSend Seeing(ModelBench bench, params string[] keys)
    {
        ModelSend send = bench.Send();
        return send with { Request = send.Request.WithImages(keys) };
    }
}
