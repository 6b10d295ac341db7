using Workflows.Simulator.Answers.Diffs;

namespace Workflows.Simulator.Tests.Answers.Diffs;

public class ShownFileTests
{
    [Theory]
    [InlineData("file: web/list.ts", "web/list.ts")]
    [InlineData("file: web/list.ts (renamed from web/orders.ts)", "web/list.ts")]
    [InlineData("file: src/New.cs (new file)", "src/New.cs")]
    [InlineData("file: a (b).py (copied from c (d).py)", "a (b).py")]
    [InlineData("file: x.sh (mode 100644 to 100755) (binary)", "x.sh")]
    public void The_path_is_read_without_the_note_behind_it(string heading, string path)
    {
        var file = Assert.Single(ShownFile.ReadAll(heading + "\n@@ -1 +1 @@\n+      1 | text"));

        Assert.Equal(path, file.Path);
    }
}
