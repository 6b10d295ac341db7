using Workflows.Durable;

namespace Workflows.Runtime.Contract.Tests.Durable;

public sealed class RetryPolicyTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void By_default_pauses_stay_the_same_up_to_an_hour_and_retries_have_no_time_limit()
    {
        RetryPolicy policy = new(3, Second);

        Assert.Equal(1.0, policy.BackoffCoefficient);
        Assert.Equal(TimeSpan.FromHours(1), policy.MaxRetryInterval);
        Assert.Equal(Timeout.InfiniteTimeSpan, policy.RetryTimeout);
        Assert.True(policy.Handle(new InvalidOperationException()));
    }

    [Fact]
    public void A_first_pause_longer_than_the_default_limit_is_allowed()
        => Assert.Equal(TimeSpan.FromHours(2), new RetryPolicy(2, TimeSpan.FromHours(2)).FirstRetryInterval);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void At_least_one_attempt_is_made(int attempts)
        => Assert.Throws<ArgumentOutOfRangeException>("maxNumberOfAttempts", () => new RetryPolicy(attempts, Second));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void The_first_pause_is_longer_than_zero(int seconds)
        => Assert.Throws<ArgumentOutOfRangeException>("firstRetryInterval", () => new RetryPolicy(1, TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0.99)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void The_coefficient_is_a_finite_number_of_at_least_one(double coefficient)
        => Assert.Throws<ArgumentOutOfRangeException>("backoffCoefficient", () => new RetryPolicy(1, Second, coefficient));

    [Fact]
    public void No_limit_is_shorter_than_the_first_pause()
    {
        Assert.Throws<ArgumentOutOfRangeException>("maxRetryInterval", () => new RetryPolicy(1, Second, 1, Second / 2));
        Assert.Throws<ArgumentOutOfRangeException>("retryTimeout", () => new RetryPolicy(1, Second, 1, null, Second / 2));
    }

    [Fact]
    public void Limits_may_be_infinite()
    {
        RetryPolicy policy = new(1, Second, 1, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        Assert.Equal(Timeout.InfiniteTimeSpan, policy.MaxRetryInterval);
    }

    [Fact]
    public void A_failure_filter_sees_the_details_of_the_failed_task()
    {
        RetryPolicy policy = new(2, Second) { HandleFailure = details => details.IsCausedBy<TimeoutException>() };

        Assert.True(policy.Handle(new TaskFailedException("ask", 1, new TimeoutException())));
        Assert.False(policy.Handle(new TaskFailedException("ask", 1, new FormatException())));
    }
}
