using System.Globalization;
using System.Text;

namespace Workflows.Bench.Review.Driving;

/// <summary>
/// A made-up pull request of any number of files, the same for the same number. Every line names its file's number, so that no two
/// model calls of a review ask the same.
/// </summary>
internal static class GeneratedDiff
{
    private static readonly string[] Slips =
    [
        "        for (int i = 0; i <= items{0}.Count; i++)",
        "        Console.WriteLine(\"debug \" + items{0}.Count);",
        "        var query = \"SELECT * FROM items{0} WHERE name = '\" + name + \"'\";",
        "        // TODO: handle the empty list of part {0}",
        "        var average = total / items{0}.Count;",
        "        if (rate{0} == 0.1)",
        "        var result = Load{0}Async(name).Result;",
    ];

    public static string Of(int files)
    {
        StringBuilder diff = new();
        for (int file = 0; file < files; file++)
        {
            string path = string.Create(CultureInfo.InvariantCulture, $"src/Area{file % 7}/Part{file:D3}.cs");
            string slip = Slips[file % Slips.Length].Replace("{0}", file.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            diff.Append(CultureInfo.InvariantCulture, $"diff --git a/{path} b/{path}\nindex 1111111..2222222 100644\n--- a/{path}\n+++ b/{path}\n");
            diff.Append(CultureInfo.InvariantCulture, $"@@ -10,5 +10,8 @@ public class Part{file:D3}\n");
            diff.Append(CultureInfo.InvariantCulture, $"     public int Count{file}(List<Item> items, string name)\n     {{\n");
            diff.Append(CultureInfo.InvariantCulture, $"-        return items.Count;\n+        var value{file} = {file};\n+{slip}\n+        Use(value{file});\n+        return items.Count + value{file};\n");
            diff.Append("     }\n \n");
        }

        return diff.ToString();
    }
}
