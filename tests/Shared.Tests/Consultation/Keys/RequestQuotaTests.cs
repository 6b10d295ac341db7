using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Consultation;

namespace Workflows.Shared.Tests.Consultation.Keys;

public sealed class RequestQuotaTests
{
    private static readonly DateTimeOffset Now = new(2025, 9, 13, 14, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_client_without_a_limit_is_never_held_up()
    {
        RequestQuota quota = new(new ConsultationOptions { Clients = { ["free"] = new ConsultationClientOptions() } });

        Assert.All(Enumerable.Range(0, 1_000), _ => Assert.Null(quota.Take("free", Now)));
    }

    [Fact]
    public void The_request_over_the_limit_waits_until_the_oldest_is_a_minute_old()
    {
        RequestQuota quota = Quota(2);
        quota.Take("center", Now);
        quota.Take("center", Now.AddSeconds(20));

        Assert.Equal(TimeSpan.FromSeconds(35), quota.Take("center", Now.AddSeconds(25)));
        Assert.Null(quota.Take("center", Now.AddSeconds(60)));
    }

    [Fact]
    public void A_refused_request_does_not_count()
    {
        RequestQuota quota = Quota(1);
        quota.Take("center", Now);
        quota.Take("center", Now.AddSeconds(59));

        Assert.Null(quota.Take("center", Now.AddSeconds(60)));
    }

    [Fact]
    public void No_minute_has_more_requests_than_allowed() => Prop.ForAll(
        (from limit in Gen.Choose(1, 5) from gaps in Gen.Choose(0, 30).ListOf() select (limit, gaps)).ToArbitrary(), entry =>
        {
            RequestQuota quota = Quota(entry.limit);
            List<DateTimeOffset> admitted = [];
            DateTimeOffset time = Now;
            foreach (int gap in entry.gaps)
            {
                time = time.AddSeconds(gap);
                if (quota.Take("center", time) is null)
                {
                    admitted.Add(time);
                }
            }

            return admitted.All(end => admitted.Count(other => other <= end && other > end.AddMinutes(-1)) <= entry.limit);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Many_threads_together_get_no_more_than_the_limit()
    {
        RequestQuota quota = Quota(50);
        int admitted = 0;

        Parallel.For(0, 1_000, _ =>
        {
            if (quota.Take("center", Now) is null)
            {
                Interlocked.Increment(ref admitted);
            }
        });

        Assert.Equal(50, admitted);
    }

    private static RequestQuota Quota(int limit) =>
        new(new ConsultationOptions { Clients = { ["center"] = new ConsultationClientOptions { RequestsPerMinute = limit } } });
}
