using System.Globalization;
using System.Text;

namespace Workflows.Planner;

/// <summary>
/// A change of so many files that a review finds something in each of them, the same for the same number. What is said of a file names its number, so that no two
/// model calls of a review ask the same.
/// </summary>
public static class MadeUpChange
{
    private static readonly string[] Slips =
    [
        "for (int i = 0; i <= parts{0}.Count; i++)",
        "string query = \"SELECT * FROM parts{0} WHERE name = '\" + name + \"'\";",
        "var part = LoadPart{0}Async(name).Result;",
    ];

    /// <summary>The change as a diff.</summary>
    /// <param name="files">How many files it has.</param>
    public static string Of(int files)
    {
        StringBuilder diff = new();
        for (int file = 0; file < files; file++)
        {
            string number = file.ToString("D3", CultureInfo.InvariantCulture);
            string slip = Slips[file % Slips.Length].Replace("{0}", number, StringComparison.Ordinal);
            diff.Append(CultureInfo.InvariantCulture, $"diff --git a/src/Part{number}.cs b/src/Part{number}.cs\n--- a/src/Part{number}.cs\n+++ b/src/Part{number}.cs\n");
            diff.Append(CultureInfo.InvariantCulture, $"@@ -7,3 +7,5 @@ public class Part{number}\n     public int Count{number}(string name)\n");
            diff.Append(CultureInfo.InvariantCulture, $"-        return parts.Count;\n+        {slip}\n+        Use(name, {file});\n+        return parts{number}.Count;\n     }}\n");
        }

        return diff.ToString();
    }
}
