using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Workflows.Runtime.Host.Timers;

public sealed class CronScheduleTests
{
    [Theory]
    [InlineData("0 */15 * * * *", "2026-01-01T00:00:00", "2026-01-01T00:15:00")]
    [InlineData("0 */15 * * * *", "2026-01-01T00:14:59.9999999", "2026-01-01T00:15:00")]
    [InlineData("* * * * * *", "2026-01-01T00:00:00.5", "2026-01-01T00:00:01")]
    [InlineData("*/5 * * * *", "2026-01-01T00:04:59", "2026-01-01T00:05:00")]
    [InlineData("5,40-50/5 1 2 * * *", "2026-01-01T02:01:41", "2026-01-01T02:01:45")]
    [InlineData("0 7/20 * * * *", "2026-01-01T00:27:00", "2026-01-01T00:47:00")]
    [InlineData("0 0 0 1 jan *", "2026-01-01T00:00:00", "2027-01-01T00:00:00")]
    [InlineData("0 30 9 * January-MAR Mon-Fri", "2026-03-31T09:30:00", "2027-01-01T09:30:00")]
    [InlineData("0 0 0 29 2 *", "2026-01-01T00:00:00", "2028-02-29T00:00:00")]
    [InlineData("0 0 0 29 2 *", "2096-02-29T00:00:00", "2104-02-29T00:00:00")]
    [InlineData("0 0 0 29 2 Mon", "2026-01-01T00:00:00", "2044-02-29T00:00:00")]
    [InlineData("0 0 12 31 * *", "2026-01-31T12:00:00", "2026-03-31T12:00:00")]
    [InlineData("59 59 23 31 12 *", "2026-12-31T23:59:59", "2027-12-31T23:59:59")]
    [InlineData("0 0 0 * * sunday", "2026-01-01T00:00:00", "2026-01-04T00:00:00")]
    public void The_next_time_is(string schedule, string after, string next) =>
        Assert.Equal(Time(next), TimerSchedules.Parse(schedule).After(Time(after)));

    [Fact]
    public void Both_fields_of_days_must_match() =>
        Assert.Equal(Time("2026-02-13T00:00:00"), TimerSchedules.Parse("0 0 0 13 * FRI").After(Time("2026-01-01T00:00:00")));

    [Fact]
    public void Times_of_other_offsets_are_taken_as_the_instants_they_are() =>
        Assert.Equal(Time("2026-01-01T03:00:00"), TimerSchedules.Parse("0 0 3 * * *").After(new DateTimeOffset(2026, 1, 1, 4, 30, 0, TimeSpan.FromHours(2))));

    [Fact]
    public void After_the_last_day_of_the_calendar_nothing_comes() =>
        Assert.Equal(DateTimeOffset.MaxValue, TimerSchedules.Parse("0 0 0 1 1 *").After(Time("9999-06-01T00:00:00")));

    [Theory]
    [InlineData("0 61 * * * *", "the minutes field holds '61': a value is 0 to 59.")]
    [InlineData("0 0 24 * * *", "the hours field holds '24'")]
    [InlineData("0 0 0 0 * *", "the day of the month field holds '0': a value is 1 to 31.")]
    [InlineData("0 0 0 1 13 *", "the month field holds '13': a value is 1 to 12, or Jan to Dec.")]
    [InlineData("0 0 0 * * 7", "the day of the week field holds '7': a value is 0 to 6, or Sun to Sat.")]
    [InlineData("0 0 0 * * 2-x", "the day of the week field holds '2-x'")]
    [InlineData("0 30-10 * * * *", "its range runs backwards")]
    [InlineData("0 */0 * * * *", "a step is 1 to 59")]
    [InlineData("0 1/2/3 * * * *", "more than one step")]
    [InlineData("0 1-2-3 * * * *", "a range has two ends")]
    [InlineData("0 1,,2 * * * *", "the minutes field holds ''")]
    [InlineData("-1 * * * * *", "the seconds field holds '-1'")]
    [InlineData("0 0 0 30 2 *", "a day that no month of the month field '2' has")]
    [InlineData("0 0 0 31 4,6,9,11 *", "a day that no month")]
    [InlineData("* * * *", "neither six fields")]
    [InlineData("15", "neither six fields")]
    [InlineData("", "neither six fields")]
    [InlineData("00:00:00.5", "a second at least")]
    [InlineData("-00:15:00", "a second at least")]
    public void A_schedule_that_cannot_be_read_says_which_field_and_why(string schedule, string fault) =>
        Assert.Contains(fault, Assert.Throws<FormatException>(() => TimerSchedules.Parse(schedule)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_schedule_of_hostile_length_is_refused() =>
        Assert.Contains("longer than", Assert.Throws<FormatException>(() => TimerSchedules.Parse("0" + new string(',', 100_000))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_time_span_counts_from_the_last_time() =>
        Assert.Equal(Time("2026-01-01T00:22:30"), TimerSchedules.Parse("00:15:00").After(Time("2026-01-01T00:07:30")));

    [Fact]
    public void The_next_time_is_that_of_a_search_through_all_seconds() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(CronModel.Schedules(), CronModel.Times(), (model, after) =>
        {
            DateTimeOffset? expected = model.After(after);
            return expected is null
                ? Record.Exception(() => TimerSchedules.Parse(model.Text)) is FormatException
                : TimerSchedules.Parse(model.Text).After(after) == expected;
        }));

    [Fact]
    public void Text_that_is_no_schedule_never_fails_in_another_way() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Elements("*", "/", "-", ",", "5", "60", "jan", "MON", " ", ":", "x", "0 0 0 1 1 *").ArrayOf().Select(string.Concat).ToArbitrary(),
            text => Record.Exception(() => TimerSchedules.Parse(text)) is null or FormatException));

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
