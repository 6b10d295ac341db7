using Workflows.Monitor.Tests.Browser;

namespace Workflows.Monitor.Tests.App;

/// <summary>What must stay text in every field, whatever it looks like. A window that runs any of it opens a dialog, and fails its test.</summary>
internal static class HostileTexts
{
    /// <summary>Texts that would run as script where they are taken for markup, an address or a template.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(2)>",
        "\"><svg onload=alert(3)>",
        "' onmouseover='alert(4)' autofocus onfocus='alert(4)",
        "javascript:alert(5)",
        "</textarea><script>alert(6)</script>",
        "{{constructor.constructor('alert(7)')()}}${alert(7)}",
        "<iframe srcdoc=\"<script>parent.alert(8)</script>\">",
        "</title><style>*{display:none}</style>",
        "\u202Etxt.exe\u2066\u200B<b>",
        "<a href=data:text/html,<script>alert(9)</script>>x</a>",
        "&lt;img src=x onerror=alert(10)&gt;",
    ];

    /// <summary>Each of them, for a theory.</summary>
    public static TheoryData<string> Corpus { get; } = [.. All];

    /// <summary>The text as the page shows it: what hides or reorders letters is written out.</summary>
    public static string Visible(string text) =>
        string.Concat(text.Select(letter => letter is '\u202E' or '\u2066' or '\u200B' ? $"\\u{(int)letter:x4}" : letter.ToString()));

    /// <summary>Nothing of it became an element of the page.</summary>
    public static async Task BecameNothingAsync(Window window) =>
        Assert.Equal(0, await window.Page.Locator("main script, main iframe, main style, main img, main a[href^='javascript' i], main a[href^=data], main [onmouseover], main [onload]").CountAsync());
}
