using Workflows.Activities.Models;

namespace Workflows.Activities.Tests.Models;

public sealed class TokenFeedTests
{
    private readonly TokenFeed _feed = new();

    [Fact]
    public void What_is_written_is_read_whole()
    {
        long run = _feed.Begin("a");
        _feed.Add("a", run, "Tell ");
        _feed.Add("a", run, "me.");

        Assert.Equal(new TokenFeedText(run, "Tell me."), _feed.Read("a"));
        Assert.Null(_feed.Read("b"));
    }

    [Fact]
    public void A_new_attempt_begins_empty_and_the_old_one_writes_no_more()
    {
        long first = _feed.Begin("a");
        _feed.Add("a", first, "Tell");
        long second = _feed.Begin("a");
        _feed.Add("a", first, " me.");

        Assert.Equal(new TokenFeedText(second, ""), _feed.Read("a"));
        Assert.True(second > first);
    }

    [Fact]
    public void The_oldest_topics_go_when_there_are_too_many()
    {
        Enumerable.Range(0, TokenFeed.MostTopics + 1).ToList().ForEach(topic => _feed.Begin($"{topic}"));

        Assert.Null(_feed.Read("0"));
        Assert.NotNull(_feed.Read("1"));
    }
}
