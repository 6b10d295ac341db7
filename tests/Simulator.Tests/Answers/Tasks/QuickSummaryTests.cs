using Workflows.Simulator.Answers;
using Workflows.Simulator.Protocol;

namespace Workflows.Simulator.Tests.Answers.Tasks;

public class QuickSummaryTests
{
    private const int TokensOfTheTask = 50;

    [Theory]
    [InlineData("상담사: 안녕하세요.\n고객: 지난달 요금이 두 번 빠져나가서 환불을 받고 싶어요.\n상담사: 환불을 접수했고 3일 이내에 입금될 예정입니다.", "환불", "3일 이내")]
    [InlineData("Agent: Hello.\nCustomer: I was charged twice and want a refund.\nAgent: The refund is processed and will be on your card within five days.", "charged twice", "five days")]
    public void It_tells_the_wish_and_the_ending_within_the_tasks_tokens(string conversation, string wish, string ending)
    {
        string summary = Write(conversation);

        Assert.Contains(wish, summary, StringComparison.Ordinal);
        Assert.Contains(ending, summary, StringComparison.Ordinal);
        Assert.InRange(TokenCount.Of(summary), 1, TokensOfTheTask);
    }

    [Theory]
    [InlineData("")]
    [InlineData("…")]
    [InlineData("고객:")]
    public void Whatever_is_said_there_is_a_line(string conversation) => Assert.NotEmpty(Write(conversation));

    private static string Write(string conversation)
    {
        Prompt prompt = Prompt.Read([new ChatMessage("system", "Task quick_summary: x"), new ChatMessage("user", $"<data name=\"conversation\" id=\"ab\">\n{conversation}\n</data id=\"ab\">")]);
        return AnswerWriter.Write(prompt, new ChatRequest { Model = "kanana", Messages = [] }).Text!;
    }
}
