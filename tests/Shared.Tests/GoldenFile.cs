namespace Workflows.Shared.Tests;

/// <summary>Compares a text with a committed file; a text that differs is left beside the file's copy, to look at and to take over.</summary>
internal static class GoldenFile
{
    public static void Matches(string actual, string folder, string name)
    {
        var expectedPath = Path.Combine(AppContext.BaseDirectory, folder.Replace('/', Path.DirectorySeparatorChar), "Golden", name);
        var expected = File.Exists(expectedPath) ? File.ReadAllText(expectedPath).ReplaceLineEndings("\n") : "";
        if (expected == actual)
        {
            return;
        }

        var actualPath = expectedPath + ".actual";
        Directory.CreateDirectory(Path.GetDirectoryName(actualPath)!);
        File.WriteAllText(actualPath, actual);
        Assert.Fail($"{folder}/Golden/{name} differs from what was written; the new text is in {actualPath}. {FirstDifference(expected, actual)}");
    }

    private static string FirstDifference(string expected, string actual)
    {
        var expectedLines = expected.Split('\n');
        var actualLines = actual.Split('\n');
        for (var line = 0; line < Math.Max(expectedLines.Length, actualLines.Length); line++)
        {
            var old = line < expectedLines.Length ? expectedLines[line] : "(end)";
            var now = line < actualLines.Length ? actualLines[line] : "(end)";
            if (old != now)
            {
                return $"Line {line + 1} was '{old}' and is '{now}'.";
            }
        }

        return "";
    }
}
