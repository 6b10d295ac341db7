using Workflows.Shared.Consultation;

namespace Workflows.Shared.Tests.Consultation.Batches;

public sealed class BatchIdsTests
{
    [Fact]
    public void An_id_has_the_utc_day_and_three_digits_or_more()
    {
        string day = BatchIds.Day(new DateTimeOffset(2025, 9, 14, 8, 59, 59, TimeSpan.FromHours(9)));

        Assert.Equal(["BATCH-20250913-001", "BATCH-20250913-999", "BATCH-20250913-1000"], [BatchIds.Of(day, 1), BatchIds.Of(day, 999), BatchIds.Of(day, 1_000)]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(999)]
    [InlineData(1_000)]
    [InlineData(999_999_999)]
    public void What_was_made_is_an_id(int number) => Assert.True(BatchIds.IsId(BatchIds.Of("20250913", number)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("BATCH-20250913-01")]
    [InlineData("BATCH-20250913-")]
    [InlineData("BATCH-20250913-0000000001")]
    [InlineData("batch-20250913-001")]
    [InlineData("BATCH-2025091-0001")]
    [InlineData("BATCH-20250913_001")]
    [InlineData("BATCH-20250913-0a1")]
    [InlineData("BATCH-２０２５0913-001")]
    [InlineData("BATCH-20250913-001\n")]
    [InlineData("../20250913-001-001")]
    public void What_is_none_is_none(string? text) => Assert.False(BatchIds.IsId(text));
}
