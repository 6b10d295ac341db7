using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Engine.Testing;

namespace Workflows.Runtime.Host.Monitor.Instances;

public sealed class CostCacheTests
{
    private readonly VirtualTime _time = new();
    private readonly CostCache _cache;
    private int _counts;

    public CostCacheTests() => _cache = new CostCache(_time);

    [Fact]
    public void A_final_sum_is_counted_once_in_a_while()
    {
        InstanceRecord ended = Head("a") with { Completed = DateTimeOffset.UnixEpoch };

        Ask(ended, isFinal: true);
        _time.Advance(CostCache.Kept - TimeSpan.FromSeconds(1));
        Assert.Equal(1, Ask(ended, isFinal: true));
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(2, Ask(ended, isFinal: true));
    }

    [Fact]
    public void A_sum_that_grows_is_counted_at_most_once_in_a_second_and_takes_a_small_part_of_the_time()
    {
        InstanceRecord open = Head("a");

        Ask(open, took: TimeSpan.FromSeconds(3));
        _time.Advance(CostCache.LongestPause * 0.9);
        Assert.Equal(1, Ask(open));
        _time.Advance(CostCache.LongestPause * 0.2);
        Assert.Equal(2, Ask(open, took: TimeSpan.FromMilliseconds(2)));
        _time.Advance(TimeSpan.FromMilliseconds(2 * CostCache.Pause));
        Assert.Equal(3, Ask(open));
    }

    [Fact]
    public void The_end_another_execution_and_a_new_beginning_are_counted_anew()
    {
        InstanceRecord open = Head("a");
        InstanceRecord ended = open with { Completed = DateTimeOffset.UnixEpoch };

        Ask(open, took: TimeSpan.FromSeconds(3));
        Assert.Equal(2, Ask(ended, isFinal: true));
        Assert.Equal(3, Ask(open, took: TimeSpan.FromSeconds(3)));
        Assert.Equal(4, Ask(open with { Execution = 2 }));
        Assert.Equal(5, Ask(Head("b")));
    }

    [Fact]
    public void The_oldest_make_room()
    {
        for (int i = 0; i <= CostCache.Most; i++)
        {
            Ask(Head($"{i}"), isFinal: true);
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal(CostCache.Most + 1, Ask(Head("1"), isFinal: true));
        Assert.Equal(CostCache.Most + 2, Ask(Head("0"), isFinal: true));
    }

    private static InstanceRecord Head(string id) => new() { Id = id, Execution = 1, Name = "A", Status = OrchestrationRuntimeStatus.Running, Created = default, Updated = default };

    /// <summary>Asks for what an instance cost; how often anything has been counted by then.</summary>
    private int Ask(InstanceRecord head, bool isFinal = false, TimeSpan took = default)
    {
        _cache.Of(head, () =>
        {
            _counts++;
            _time.Advance(took);
            return new CostCount(null, isFinal);
        });
        return _counts;
    }
}
