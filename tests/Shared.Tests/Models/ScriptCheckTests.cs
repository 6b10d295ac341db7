using Workflows.Shared.Models;

namespace Workflows.Shared.Tests.Models;

public class ScriptCheckTests
{
    [Theory]
    [InlineData("The loop never ends when the list is empty.", AnswerLanguage.English)]
    [InlineData("목록이 비어 있으면 반복이 끝나지 않는다.", AnswerLanguage.Korean)]
    [InlineData("의미(意味)가 다른 두 값을 비교하고 있어 항상 거짓이 된다.", AnswerLanguage.Korean)]
    [InlineData("The constant 漢字 is unused.", AnswerLanguage.English)]
    [InlineData("A naïve café needs an angle of α to β, in Ｆｕｌｌ width.", AnswerLanguage.English)]
    [InlineData("The loop never ends.", AnswerLanguage.Korean)]
    [InlineData("", AnswerLanguage.English)]
    [InlineData("12 + 3 = 15", AnswerLanguage.Korean)]
    public void An_answer_in_its_language_is_right(string text, AnswerLanguage language) => Assert.False(ScriptCheck.IsWrongScript(text, language, ""));

    [Theory]
    [InlineData("当列表为空时循环永远不会结束。", AnswerLanguage.English)]
    [InlineData("当列表为空时循环永远不会结束。", AnswerLanguage.Korean)]
    [InlineData("The loop 永远不会结束 when empty.", AnswerLanguage.English)]
    [InlineData("목록이 비어 있으면 循环永远不会结束.", AnswerLanguage.Korean)]
    [InlineData("목록이 비어 있으면 반복이 끝나지 않는다.", AnswerLanguage.English)]
    [InlineData("ループがながすぎる", AnswerLanguage.English)]
    [InlineData("ループがながすぎる", AnswerLanguage.Korean)]
    [InlineData("Цикл никогда не кончается.", AnswerLanguage.English)]
    public void Another_script_in_the_answer_is_wrong(string text, AnswerLanguage language) => Assert.True(ScriptCheck.IsWrongScript(text, language, ""));

    [Fact]
    public void A_Chinese_sentence_is_wrong_however_much_English_stands_around_it()
    {
        var english = string.Join(' ', Enumerable.Repeat("The loop never ends when the list is empty.", 50));

        Assert.True(ScriptCheck.IsWrongScript(english + " 当列表为空时循环永远不会结束", AnswerLanguage.English, ""));
    }

    [Fact]
    public void A_quotation_of_the_input_is_no_part_of_the_answers_own_text() =>
        Assert.False(ScriptCheck.IsWrongScript("The text \"连接数据库失败请稍后再试一次\" is shown to Korean users.", AnswerLanguage.English, "+ throw new(\"连接数据库失败请稍后再试一次\");"));

    [Fact]
    public void Other_Chinese_beside_a_quotation_is_still_wrong() =>
        Assert.True(ScriptCheck.IsWrongScript("文本\"连接失败\"会显示给用户这是不正确的", AnswerLanguage.English, "\"连接失败\""));

    [Fact]
    public void Rare_ideographs_outside_the_basic_plane_count_too() =>
        Assert.True(ScriptCheck.IsWrongScript("𠀀𠀁𠀂𠀃𠀄𠀅", AnswerLanguage.Korean, ""));

    [Fact]
    public void A_long_text_of_many_runs_is_judged_in_bounded_work()
    {
        var text = string.Join(' ', Enumerable.Range(0, 50_000).Select(number => (char)(0x4E00 + (number % 20_000))));

        Assert.True(ScriptCheck.IsWrongScript(text, AnswerLanguage.English, new string('中', 500_000)));
    }
}
