namespace Workflows.Runtime.Host.Monitor.Http;

/// <summary>Cuts texts.</summary>
internal static class Cutting
{
    /// <summary>At most so many characters; a surrogate pair is not torn.</summary>
    public static string To(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
