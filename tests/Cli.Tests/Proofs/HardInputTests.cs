using System.Text;
using Workflows.Bench.Review.Driving;

namespace Workflows.Cli.Tests.Proofs;

/// <summary>Inputs that break toys, given to the real program: a report or one line, never a trace.</summary>
public sealed class HardInputTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("workflows-hard-").FullName;

    public static TheoryData<string, int> Inputs => new()
    {
        { "empty", 2 },
        { "no diff", 2 },
        { "random bytes", 2 },
        { "binary file", 0 },
        { "5 MB in one file", 1 },
        { "5 MB in many files", 2 },
        { "5 MB of a lock file", 0 },
    };

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task A_hard_input_ends_with_a_report_or_one_line(string input, int exitCode)
    {
        string file = Path.Combine(_folder, "input");
        await File.WriteAllBytesAsync(file, Bytes(input), TestContext.Current.CancellationToken);

        Outcome outcome = await Product.RunAsync(
            new Dictionary<string, string>(), "review", file, "--data", Path.Combine(_folder, "data"), "--format", "json").WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal((exitCode, string.Empty), (outcome.ExitCode, exitCode == outcome.ExitCode ? string.Empty : outcome.Error));
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
        if (exitCode == 2)
        {
            Assert.Empty(outcome.Output);
            Assert.Single(outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
        else
        {
            Assert.StartsWith("{", outcome.Output, StringComparison.Ordinal);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] Bytes(string input) => input switch
    {
        "empty" => [],
        "no diff" => Encoding.UTF8.GetBytes("Dear reviewer,\nplease look at my change.\n"),
        "random bytes" => Noise(100_000),
        "binary file" => Encoding.UTF8.GetBytes("diff --git a/logo.png b/logo.png\nindex 1111111..2222222 100644\nBinary files a/logo.png and b/logo.png differ\n"),
        "5 MB in one file" => Diff(1, 5_000_000, "src/Large.cs"),
        "5 MB in many files" => Diff(100, 50_000, "src/Part{0}.cs"),
        "5 MB of a lock file" => Diff(1, 5_000_000, "package-lock.json"),
        _ => throw new ArgumentOutOfRangeException(nameof(input), input, null),
    };

    private static byte[] Noise(int length)
    {
        byte[] bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Diff(int files, int charactersEach, string name)
    {
        StringBuilder diff = new();
        for (int file = 0; file < files; file++)
        {
            string path = string.Format(System.Globalization.CultureInfo.InvariantCulture, name, file);
            int lines = charactersEach / 50;
            diff.Append($"diff --git a/{path} b/{path}\nnew file mode 100644\nindex 0000000..2222222\n--- /dev/null\n+++ b/{path}\n@@ -0,0 +1,{lines} @@\n");
            for (int line = 0; line < lines; line++)
            {
                diff.Append($"+    var value{line:D8} = Compute({line:D8}, 12345);  \n");
            }
        }

        return Encoding.UTF8.GetBytes(diff.ToString());
    }
}
