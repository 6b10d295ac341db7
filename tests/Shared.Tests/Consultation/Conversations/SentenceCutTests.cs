using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Consultation.Conversations;

namespace Workflows.Shared.Tests.Consultation.Conversations;

public sealed class SentenceCutTests
{
    [Fact]
    public void Sentences_end_at_their_marks_before_a_blank() => Assert.Equal(["3.5% 입니다.", "맞나요?", "네"], SentenceCut.Of("3.5% 입니다. 맞나요? 네"));

    [Fact]
    public void No_word_is_lost() => Prop.ForAll(SampleConversations.Any.ToArbitrary(), text =>
        string.Concat(SentenceCut.Of(text)).Replace(" ", "", StringComparison.Ordinal).Where(c => !char.IsWhiteSpace(c)).SequenceEqual(text.Where(c => !char.IsWhiteSpace(c)))).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_clipped_is_no_longer_than_told() => Prop.ForAll(
        (from text in SampleConversations.Any from length in Gen.Choose(2, 60) select (text, length)).ToArbitrary(),
        entry => SentenceCut.Clip(entry.text, entry.length).Length <= entry.length).QuickCheckThrowOnFailure();

    [Fact]
    public void What_fits_stays() => Assert.Equal("그대로", SentenceCut.Clip("그대로", 3));

    [Fact]
    public void A_word_that_is_near_ends_it() => Assert.Equal("하나 둘 셋…", SentenceCut.Clip("하나 둘 셋 넷다섯여섯", 9));
}
