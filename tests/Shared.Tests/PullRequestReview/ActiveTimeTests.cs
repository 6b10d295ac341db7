using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.PullRequestReview;

namespace Workflows.Shared.Tests.PullRequestReview;

public class ActiveTimeTests
{
    private static readonly DateTime Start = new(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Nothing_ran_for_no_time() => Assert.Equal(TimeSpan.Zero, new ActiveTime().Total);

    [Fact]
    public void The_total_is_the_number_of_seconds_in_which_anything_ran() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll((from end in Gen.Choose(0, 60) from length in Gen.Choose(-5, 30) select (End: end, Length: length)).ListOf().ToArbitrary(), spans =>
        {
            var active = new ActiveTime();
            foreach (var (end, length) in spans)
            {
                active.Add(Start.AddSeconds(end), TimeSpan.FromSeconds(length));
            }

            var seconds = Enumerable.Range(-40, 110).Count(second => spans.Any(span => second < span.End && second >= span.End - span.Length));
            Assert.Equal(TimeSpan.FromSeconds(seconds), active.Total);
        }));
}
