using Workflows.Shared.Consultation.Analysis;

namespace Workflows.Shared.Tests.Consultation.Analysis;

public sealed class NamedThingsTests
{
    [Theory]
    [InlineData("The caller Maria Lopez asked for a refund.", "Maria Lopez")]
    [InlineData("Customer asked for a refund. Agent agreed.", "")]
    [InlineData("He was told to call the Agent again on Monday.", "Monday")]
    [InlineData("Sends it by DHL.", "DHL")]
    [InlineData("DHL sends it.", "DHL")]
    [InlineData("김하늘 님이 문의함", "김하늘")]
    [InlineData("박서준 씨가 문의함", "박서준")]
    [InlineData("고객님이 상담사님에게 문의함", "")]
    [InlineData("Galaxy 휴대폰 수리 문의", "")]
    [InlineData("휴대폰 Galaxy 수리 문의", "Galaxy")]
    [InlineData("결과를 SMS로 발송", "")]
    public void Persons_and_products_are_names(string text, string names) => Assert.Equal(names, string.Join(' ', NamedThings.Of(text)));
}
