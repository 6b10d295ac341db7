using Workflows.Shared.Interview;

namespace Workflows.Shared.Tests.Interview;

public sealed class InterviewRulesTests
{
    public static TheoryData<string, InterviewRequest> Faulty => new()
    {
        { "role", new InterviewRequest { Role = "" } },
        { "role", new InterviewRequest { Role = new string('x', 101) } },
        { "language", new InterviewRequest { Language = "de" } },
        { "language", new InterviewRequest { Language = null! } },
        { "job_description", new InterviewRequest { JobDescription = new string('x', 20_001) } },
        { "resume", new InterviewRequest { Resume = new string('x', 20_001) } },
        { "stages", new InterviewRequest { Stages = new string[16] } },
        { "stages", new InterviewRequest { Stages = [new string('x', 201)] } },
        { "answer_minutes", new InterviewRequest { AnswerMinutes = 0 } },
        { "answer_minutes", new InterviewRequest { AnswerMinutes = double.NaN } },
    };

    [Fact]
    public void A_request_may_be_empty() => Assert.Null(InterviewRules.Check(new InterviewRequest()));

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_fault_is_told_with_its_field(string field, InterviewRequest request) => Assert.Equal(field, InterviewRules.Check(request)?.Field);
}
