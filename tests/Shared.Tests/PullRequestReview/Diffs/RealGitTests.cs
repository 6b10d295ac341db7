using Workflows.Shared.PullRequestReview.Diffs;

namespace Workflows.Shared.Tests.PullRequestReview.Diffs;

public class RealGitTests
{
    private const int Seed = 20260102;

    private static readonly string[] Names =
    [
        "plain.txt", "with space.txt", "x b y.txt", "café.txt", "한글 파일.md", "-dash", "a b", "b", "trailing.", "'single'", "#hash", "a&b;c", "e\u0301.txt",
        .. OperatingSystem.IsWindows() ? [] : (string[])["tab\tname", "quo\"te", "back\\slash", "new\nline", " lead", "trail ", "\u0001control"],
    ];

    private static readonly string[][] Options =
    [
        ["-M", "-C"], ["-U0"], ["-U1", "--patience"], ["--no-prefix", "-M"], ["--src-prefix=old/", "--dst-prefix=newer/", "-M"], ["--histogram", "--full-index"],
        ["-M", "-C", "--find-copies-harder", "-U7"], ["--no-renames", "--inter-hunk-context=3"], ["-B", "-M"], ["--function-context"],
    ];

    private static readonly string[] Alphabet = ["", "a", "b\r", "    return x;", "{", "}", "-- a/x", "++ b/x", "@@ -1 +1 @@", "diff --git a/x b/x", "\\ No newline", "한글", "int main()", "\t"];

    [Fact]
    public void What_git_prints_of_generated_repositories_rebuilds_their_files()
    {
        Assert.SkipUnless(GitRepository.IsAvailable, "git is not on the path");
        var random = new Random(Seed);
        using var repository = new GitRepository();
        var before = Change([], random);
        repository.Commit(before);
        for (var round = 0; round < 2 * Options.Length; round++)
        {
            var after = Change(before, random);
            repository.Commit(after);
            string[] settings = ["-c", $"core.quotePath={(round % 3 == 0 ? "false" : "true")}", "-c", $"diff.mnemonicPrefix={(round % 2 == 0 ? "true" : "false")}"];
            var output = repository.Run([.. settings, "diff", .. Options[round % Options.Length], "HEAD~1", "HEAD"]);

            AssertRebuilds(before, after, output, $"seed {Seed}, round {round}");
            before = after;
        }
    }

    private static void AssertRebuilds(Dictionary<string, string> before, Dictionary<string, string> after, byte[] output, string where)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in output.Length == 0 ? [] : UnifiedDiff.Parse(DiffText.Decode(output)).Files)
        {
            Assert.False(file.Truncated, where);
            Assert.True(seen.Add(file.Path), $"{where}: {file.DisplayPath} twice");
            var old = file.Kind == DiffFileKind.Added ? "" : before[file.OldPath ?? file.Path];
            var result = Patch.Apply(file, Lines(old));
            Assert.Equal(Lines(file.Kind == DiffFileKind.Deleted ? "" : after[file.Path]), result);
            Assert.Equal(file.Kind == DiffFileKind.Deleted, !after.ContainsKey(file.Path));
        }

        var changed = after.Where(pair => before.GetValueOrDefault(pair.Key) != pair.Value).Select(pair => pair.Key);
        Assert.All(changed, name => Assert.True(seen.Contains(name), $"{where}: {Printable.Path(name)} is missing"));
    }

    private static List<string> Lines(string text) => text.Length == 0 ? [] : [.. (text.EndsWith('\n') ? text[..^1] : text).Split('\n')];

    /// <summary>Edits, adds, removes, renames and copies some of the files.</summary>
    private static Dictionary<string, string> Change(Dictionary<string, string> files, Random random)
    {
        var changed = new Dictionary<string, string>(files, StringComparer.Ordinal);
        for (var i = 0; i < 8; i++)
        {
            var name = Names[random.Next(Names.Length)];
            var other = Names[random.Next(Names.Length)];
            switch (random.Next(5))
            {
                case 0 when changed.Remove(name, out var moved):
                    changed[other] = moved;
                    break;
                case 1 when changed.TryGetValue(name, out var copied):
                    changed[other] = copied + "copied\n";
                    break;
                case 2:
                    changed.Remove(name);
                    break;
                default:
                    changed[name] = Edit(changed.GetValueOrDefault(name, ""), random);
                    break;
            }
        }

        return changed;
    }

    private static string Edit(string text, Random random)
    {
        var lines = Lines(text);
        for (var i = random.Next(1, 12); i > 0; i--)
        {
            lines.Insert(random.Next(lines.Count + 1), Alphabet[random.Next(Alphabet.Length)]);
            if (random.Next(2) == 0 && lines.Count > 3)
            {
                lines.RemoveAt(random.Next(lines.Count));
            }
        }

        return string.Join('\n', lines) + (random.Next(4) == 0 ? "" : "\n");
    }
}
