using Workflows.Simulator.Answers.Dialogues;

namespace Workflows.Simulator.Tests.Answers.Dialogues;

public class DialogueTests
{
    [Fact]
    public void Speakers_are_told_by_their_names()
    {
        Dialogue dialogue = Dialogue.Read("고객: 하나\n상담사: 둘\n셋\n[00:03] Customer: four");

        Assert.Equal([true, false, false, true], dialogue.Turns.Select(turn => turn.IsCustomer));
        Assert.Equal(["하나", "둘", "셋", "four"], dialogue.Turns.Select(turn => turn.Text));
    }

    [Fact]
    public void A_colon_after_another_word_is_text() => Assert.Equal("시간: 세 시", Dialogue.Read("시간: 세 시").Turns.Single().Text);

    [Fact]
    public void The_wish_is_the_customers_and_the_ending_the_agents_last_word_of_substance()
    {
        Dialogue dialogue = Dialogue.Read(
            "상담사: 안녕하세요.\n고객: 예약을 취소하고 싶어요.\n상담사: 예약을 확인하겠습니다.\n상담사: 취소 처리되었고 문자를 보내드렸습니다.\n고객: 감사합니다.\n상담사: 좋은 하루 되세요.");

        Assert.Equal(["예약을 취소하고 싶어요."], dialogue.Wish(1));
        Assert.Equal(["취소 처리되었고 문자를 보내드렸습니다."], dialogue.Ending(1));
    }

    [Fact]
    public void Nothing_said_is_nothing_told() => Assert.Empty(Dialogue.Read(" \n…\n").Wish(2));
}
