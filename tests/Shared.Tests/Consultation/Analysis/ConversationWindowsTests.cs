using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Consultation.Analysis;
using Workflows.Shared.Consultation.Conversations;
using Workflows.Shared.Models;

namespace Workflows.Shared.Tests.Consultation.Analysis;

public sealed class ConversationWindowsTests
{
    private static readonly Gen<(string Text, int Tokens)> Cases = from text in SampleConversations.Long from tokens in Gen.Choose(ConversationWindows.FewestTokens, 800) select (text, tokens);

    [Fact]
    public void A_conversation_that_fits_is_one_window_with_a_line_for_each_turn()
    {
        string window = Assert.Single(ConversationWindows.Cut(SampleConversations.Korean, AnswerLanguage.Korean, 1_000));

        Assert.Equal(6, window.Split('\n').Length);
        Assert.StartsWith("상담사: 안녕하세요", window, StringComparison.Ordinal);
        Assert.EndsWith("고객: 감사합니다.", window, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\r\n")]
    [InlineData("고객:\n상담사:")]
    public void Where_nothing_is_said_there_is_no_window(string text) => Assert.Empty(ConversationWindows.Cut(text, AnswerLanguage.Korean, 1_000));

    [Fact]
    public void No_window_is_larger_than_told() => Prop.ForAll(Cases.ToArbitrary(), entry =>
        Assert.All(ConversationWindows.Cut(entry.Text, AnswerLanguage.Korean, entry.Tokens), window => Assert.InRange(TokenEstimate.Of(window), 1, entry.Tokens))).QuickCheckThrowOnFailure();

    [Fact]
    public void No_word_is_lost_and_the_order_is_kept() => Prop.ForAll(Cases.ToArbitrary(), entry =>
    {
        string said = string.Concat(ConversationTurns.Read(entry.Text).Select(turn => CompactText.Of(turn.Text)));

        IReadOnlyList<string> windows = ConversationWindows.Cut(entry.Text, AnswerLanguage.Korean, entry.Tokens);

        List<string> lines = [];
        foreach (string[] window in windows.Select(window => window.Split('\n')))
        {
            int repeated = Enumerable.Range(0, 3).Where(count => count <= window.Length && count <= lines.Count && window[..count].SequenceEqual(lines[(lines.Count - count)..])).Max();
            lines.AddRange(window[(lines.Count == 0 ? 0 : repeated)..]);
        }

        string shown = string.Concat(lines.Select(Words));
        return shown.Length <= said.Length && IsSubsequence(shown, said) && Distinct(said).SetEquals(Distinct(string.Concat(windows.SelectMany(window => window.Split('\n')).Select(Words))));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Fact]
    public void A_window_begins_with_the_turns_that_end_the_one_before()
    {
        IReadOnlyList<string> windows = ConversationWindows.Cut(Numbered(120), AnswerLanguage.Korean, 400);

        Assert.True(windows.Count > 2);
        foreach ((string first, string second) in windows.Zip(windows.Skip(1)))
        {
            Assert.Equal(first.Split('\n')[^1], second.Split('\n')[1]);
        }
    }

    [Fact]
    public void Every_turn_is_in_a_window()
    {
        string all = string.Join('\n', ConversationWindows.Cut(Numbered(500), AnswerLanguage.Korean, 500));

        Assert.All(Enumerable.Range(1, 500), number => Assert.Contains($"{number}번째 말입니다", all, StringComparison.Ordinal));
    }

    [Fact]
    public void Windows_are_of_about_the_same_size()
    {
        IReadOnlyList<string> windows = ConversationWindows.Cut(Numbered(300), AnswerLanguage.Korean, 1_000);

        Assert.InRange(windows.Min(SizeOf), windows.Max(SizeOf) / 2, 1_000);
    }

    [Fact]
    public void A_turn_that_is_too_long_is_cut_at_blanks_and_its_speaker_named_again()
    {
        string text = "고객: " + string.Join(' ', Enumerable.Repeat("가나다라", 300));

        IReadOnlyList<string> windows = ConversationWindows.Cut(text, AnswerLanguage.Korean, 400);

        Assert.All(windows.SelectMany(window => window.Split('\n')), line => Assert.Matches("^고객: (가나다라 ?)+$", line));
        Assert.Equal(300, windows.Sum(window => window.Split("가나다라").Length - 1));
    }

    [Fact]
    public void No_character_is_cut_in_two()
    {
        string text = string.Concat(Enumerable.Repeat("\U0001F600", 2_000));

        Assert.All(ConversationWindows.Cut(text, AnswerLanguage.English, 201), window => Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(window))));
    }

    private static string Numbered(int turns) =>
        string.Join('\n', Enumerable.Range(1, turns).Select(number => $"{(number % 2 == 1 ? "고객" : "상담사")}: {number}번째 말입니다."));

    private static int SizeOf(string window) => TokenEstimate.Of(window);

    private static string Words(string line)
    {
        foreach (string name in new[] { "고객: ", "상담사: " })
        {
            line = line.StartsWith(name, StringComparison.Ordinal) ? line[name.Length..] : line;
        }

        return CompactText.Of(line);
    }

    // What nobody is known to have said may begin like a line with a speaker: whether a name's letters are his or said cannot be told from the line.
    private static HashSet<char> Distinct(string text) => [.. text.Except("고객상담사:")];

    private static bool IsSubsequence(string part, string whole)
    {
        int at = 0;
        foreach (char c in whole)
        {
            at += at < part.Length && part[at] == c ? 1 : 0;
        }

        return at == part.Length;
    }
}
