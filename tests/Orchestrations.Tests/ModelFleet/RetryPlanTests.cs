using FsCheck;
using FsCheck.Fluent;
using Workflows.Orchestrations.Fleet;
using Workflows.Shared.Models;

namespace Workflows.Orchestrations.Tests.Fleet;

public sealed class RetryPlanTests
{
    private static readonly DateTime Now = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly RetryPlan _plan = new();

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.99)]
    public void Rests_grow_from_a_second_to_thirty_and_are_at_least_half_of_that(double chance)
    {
        List<double> rests = [.. Enumerable.Range(0, 8).Select(_ => Next(ModelSendStatus.Unavailable, "a", ["a"], chance: chance).Delay.TotalSeconds)];

        Assert.Equal([1, 2, 4, 8, 16, 30, 30, 30], rests.Select(rest => Math.Round(rest / (0.5 + (chance / 2)), 6)));
    }

    [Fact]
    public void A_pool_is_not_asked_before_the_time_it_named() =>
        Assert.Equal(TimeSpan.FromSeconds(70), _plan.Next(Outcome(ModelSendStatus.RateLimited) with { RetryAfterSeconds = 70 }, "a", ["a"], Now, Hour, 0.5).Delay);

    [Fact]
    public void A_rest_leaves_time_for_a_last_try()
    {
        for (int i = 0; i < 6; i++)
        {
            Next(ModelSendStatus.Unavailable, "a", ["a"]);
        }

        Assert.InRange(_plan.Next(Outcome(ModelSendStatus.Unavailable), "a", ["a"], Now, TimeSpan.FromSeconds(10), 1).Delay.TotalSeconds, 2.5, 5);
    }

    [Fact]
    public void Another_candidate_is_asked_at_once_and_the_failing_one_avoided()
    {
        RetryStep step = Next(ModelSendStatus.Unavailable, "a", ["a", "b"]);

        Assert.Equal((null, TimeSpan.Zero), (step.End, step.Delay));
        Assert.Equal(("a", ModelAttemptReason.Fallback), (Assert.Single(_plan.Avoid), _plan.Reason));
    }

    [Fact]
    public void When_all_rest_the_first_to_be_ready_is_asked_alone()
    {
        _plan.Next(Outcome(ModelSendStatus.RateLimited) with { RetryAfterSeconds = 60 }, "a", ["a", "b"], Now, Hour, 0.5);
        RetryStep step = Next(ModelSendStatus.Unavailable, "b", ["a", "b"]);

        Assert.InRange(step.Delay.TotalSeconds, 0.5, 1);
        Assert.Equal(("a", ModelAttemptReason.Retry), (Assert.Single(_plan.Avoid), _plan.Reason));
    }

    [Fact]
    public void A_pool_that_refused_is_never_asked_again_and_the_failing_one_is_waited_for()
    {
        Next(ModelSendStatus.Unavailable, "a", ["a", "b"]);
        RetryStep step = Next(ModelSendStatus.Refused, "b", ["a", "b"]);

        Assert.Null(step.End);
        Assert.True(step.Delay > TimeSpan.Zero);
        Assert.Equal(["b"], _plan.Avoid);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(null)]
    public void A_pool_that_fails_at_this_request_while_it_serves_others_is_given_up_after_six_times(int? status)
    {
        IEnumerable<RetryStep> steps = [.. Fail(status, "a", ["a"], count: 6, serves: true)];

        Assert.All(steps.SkipLast(1), step => Assert.Null(step.End));
        Assert.Equal(ModelCallStatus.Failed, steps.Last().End);
        Assert.Contains("6 times while it served others", steps.Last().Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Then_the_fallback_is_asked_alone()
    {
        RetryStep last = Fail(500, "a", ["a", "b"], count: 6, serves: true).Last();

        Assert.Equal((null, "a"), (last.End, Assert.Single(_plan.Avoid)));
    }

    [Theory]
    [InlineData(500, false)]
    [InlineData(503, true)]
    public void A_pool_that_serves_nobody_or_says_that_it_is_busy_is_waited_for(int status, bool serves) =>
        Assert.All(Fail(status, "a", ["a"], count: 50, serves), step => Assert.Null(step.End));

    [Fact]
    public void A_success_between_two_failures_counts_once()
    {
        foreach (int second in Enumerable.Range(1, 20))
        {
            Assert.Null(_plan.Next(Outcome(ModelSendStatus.Unavailable) with { HttpStatus = 500 }, "a", ["a"], Now.AddSeconds(second), Hour, 0.5, Now.AddSeconds(3.5)).End);
        }
    }

    [Theory]
    [InlineData(ModelSendStatus.Refused, ModelCallStatus.Refused)]
    [InlineData(ModelSendStatus.Invalid, ModelCallStatus.Failed)]
    [InlineData(ModelSendStatus.SchemaRejected, ModelCallStatus.Failed)]
    [InlineData(ModelSendStatus.Failed, ModelCallStatus.Failed)]
    [InlineData(ModelSendStatus.Stale, ModelCallStatus.Failed)]
    [InlineData(ModelSendStatus.Unavailable, ModelCallStatus.Failed)]
    public void Whatever_goes_wrong_without_end_ends(ModelSendStatus status, ModelCallStatus expected)
    {
        ModelCallStatus? end = null;
        for (int i = 0; end is null && i <= RetryPlan.MaxSends; i++)
        {
            end = Next(status, "a", ["a"]).End;
        }

        Assert.Equal(expected, end);
    }

    [Fact]
    public void A_repair_that_got_no_answer_does_not_use_up_the_repair()
    {
        Next(ModelSendStatus.Invalid, "a", ["a"]);
        Next(ModelSendStatus.Unavailable, "a", ["a"]);
        RetryStep step = Next(ModelSendStatus.Invalid, "a", ["a"]);

        Assert.Equal((null, "a", ModelAttemptReason.Repair), (step.End, _plan.Only, _plan.Reason));
    }

    [Fact]
    public void After_a_fault_the_question_is_asked_afresh()
    {
        Next(ModelSendStatus.Invalid, "a", ["a", "b"]);
        Assert.Equal(2, _plan.Messages.Count);
        Next(ModelSendStatus.Unavailable, "a", ["a", "b"]);

        Assert.Equal((0, null), (_plan.Messages.Count, _plan.Only));
    }

    [Fact]
    public void A_server_without_response_format_gets_the_schema_in_the_prompt()
    {
        Next(ModelSendStatus.SchemaRejected, "a", ["a", "b"]);

        Assert.Equal(("a", false, true, ModelAttemptReason.SchemaInPrompt), (_plan.Only, _plan.UsesResponseFormat("a"), _plan.UsesResponseFormat("b"), _plan.Reason));
    }

    [Fact]
    public void Whatever_happens_some_pool_may_be_asked_next_or_the_call_ends() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
        Gen.Elements(Enum.GetValues<ModelSendStatus>()).Zip(Gen.Choose(0, 59)).ListOf(60).ToArbitrary(),
        course =>
        {
            RetryPlan plan = new();
            List<string> pools = ["a", "b", "c"];
            DateTime now = Now;
            foreach ((ModelSendStatus status, int number) in course)
            {
                string pool = plan.Only ?? pools.Except(plan.Avoid).ElementAt(number % pools.Except(plan.Avoid).Count());
                RetryStep step = plan.Next(Outcome(status) with { RetryAfterSeconds = number }, pool, pools, now, Hour, number / 60.0);
                if (step.End is not null)
                {
                    return true;
                }

                now += step.Delay;
                if (step.Delay < TimeSpan.Zero || step.Delay > TimeSpan.FromSeconds(60) || !pools.Except(plan.Avoid).Any())
                {
                    return false;
                }
            }

            return true;
        }));

    private static ModelSendOutcome Outcome(ModelSendStatus status) => new() { Status = status, RawForRepair = status == ModelSendStatus.Invalid ? "{bad" : null };

    /// <summary>Failures a minute apart; half-way between two of them the pool serves somebody, or never does.</summary>
    private List<RetryStep> Fail(int? status, string pool, IReadOnlyList<string> candidates, int count, bool serves) =>
    [
        .. Enumerable.Range(0, count).Select(minute => _plan.Next(
            Outcome(ModelSendStatus.Unavailable) with { HttpStatus = status }, pool, candidates, Now.AddMinutes(minute), Hour, 0.5, serves ? Now.AddMinutes(minute - 0.5) : null)),
    ];

    private RetryStep Next(ModelSendStatus status, string pool, IReadOnlyList<string> candidates, double chance = 0.5) =>
        _plan.Next(Outcome(status), pool, candidates, Now, Hour, chance);
}
