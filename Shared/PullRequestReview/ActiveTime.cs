namespace Workflows.Shared.PullRequestReview;

/// <summary>The time in which at least one of several pieces of work ran: overlapping ones count once.</summary>
public sealed class ActiveTime
{
    private readonly List<(DateTime From, DateTime To)> _spans = [];

    /// <summary>The length of the union of all spans.</summary>
    public TimeSpan Total
    {
        get
        {
            TimeSpan total = TimeSpan.Zero;
            DateTime covered = DateTime.MinValue;
            foreach ((DateTime from, DateTime to) in _spans.Order())
            {
                DateTime start = from > covered ? from : covered;
                if (to > start)
                {
                    total += to - start;
                    covered = to;
                }
            }

            return total;
        }
    }

    /// <summary>Adds a span.</summary>
    /// <param name="end">When it ended.</param>
    /// <param name="length">How long it was; negative counts as nothing.</param>
    public void Add(DateTime end, TimeSpan length)
    {
        if (length > TimeSpan.Zero)
        {
            _spans.Add((end - length, end));
        }
    }
}
