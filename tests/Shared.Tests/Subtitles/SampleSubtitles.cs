namespace Workflows.Shared.Tests.Subtitles;

/// <summary>The subtitles of films that were never made.</summary>
internal static class SampleSubtitles
{
    public static string English => Text("harbour.srt");

    public static string Korean => Text("hanggu.srt");

    public static string Japanese => Text("minato.srt");

    public static string WebVtt => Text("lighthouse.vtt");

    private static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Subtitles", "Samples", name)).ReplaceLineEndings("\n");
}
