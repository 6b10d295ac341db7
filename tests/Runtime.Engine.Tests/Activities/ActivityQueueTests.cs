using FsCheck;
using FsCheck.Fluent;

namespace Workflows.Runtime.Engine.Activities;

public sealed class ActivityQueueTests
{
    private const int Total = 7;

    private static readonly Dictionary<string, int> Classes = new() { ["gpu"] = 2, ["cpu"] = 3 };

    private readonly ActivityQueue _queue = new(new ActivityLimits(Total, Classes));
    private int _number;

    [Fact]
    public void A_full_class_holds_up_neither_another_class_nor_work_of_none()
    {
        Add("cpu", 100);
        Start();
        Add("gpu", 1);
        Add(null, 1);

        Assert.Equal(["gpu", null], Start().Select(work => work.ResourceClass).OrderDescending());
    }

    [Fact]
    public void Work_of_no_class_takes_no_slot_of_a_class()
    {
        Add(null, 100);

        Assert.Equal(Total - Classes.Values.Sum(), Start().Count);
    }

    [Fact]
    public void A_class_without_slots_of_its_own_shares_those_of_the_rest()
    {
        Add("npu", 2);
        Add(null, 1);

        Assert.Equal(["npu", "npu"], Start().Select(work => work.ResourceClass));
    }

    [Fact]
    public void Without_classes_everything_runs_first_come_first_served_up_to_the_limit()
    {
        ActivityQueue plain = new(new ActivityLimits(2, new Dictionary<string, int>()));
        foreach (string? name in new[] { "cpu", null, "gpu" })
        {
            plain.Add(new ActivityWork("i", 1, ++_number, _number, name, null));
        }

        Assert.Equal([1, 2, null], Enumerable.Range(0, 3).Select(_ => plain.TakeNext(out int _)?.Work.TaskId));
    }

    [Fact]
    public void The_work_of_an_execution_that_has_ended_is_passed_over_in_every_class()
    {
        Add("gpu", 2, execution: 1);
        Add("cpu", 2, execution: 1);
        Add("cpu", 1, execution: 2);
        _queue.End(1, last: 100);

        Assert.Equal([2], Start().Select(work => work.Execution));
        Assert.Equal(0, _queue.Waiting);
    }

    [Fact]
    public void Work_that_waits_knows_its_place_among_those_of_its_class()
    {
        Add("gpu", 3, execution: 1);
        Add("cpu", 4, execution: 2);
        Add("gpu", 2, execution: 3);
        Add(null, 4, execution: 4);
        Start();

        Assert.Null(_queue.PlaceOf(1, 1));
        Assert.Equal(new ActivityPlace("gpu", 1, 3, 2, 2), _queue.PlaceOf(1, 3));
        Assert.Equal(new ActivityPlace("gpu", 3, 3, 2, 2), _queue.PlaceOf(3, 9));
        Assert.Equal(new ActivityPlace("cpu", 1, 1, 3, 3), _queue.PlaceOf(2, 7));
        Assert.Equal(new ActivityPlace(null, 2, 2, 2, 2), _queue.PlaceOf(4, 13));
        Assert.Null(_queue.PlaceOf(5, 1));
    }

    [Fact]
    public void Who_waits_behind_work_of_an_execution_that_has_ended_does_not_count_it()
    {
        Add("gpu", 4, execution: 1);
        Add("gpu", 1, execution: 2);
        Start();
        _queue.End(1, last: 100);

        Assert.Equal(1, _queue.PlaceOf(2, 5)!.Place);
    }

    /// <summary>Arrivals, ends of activities and ends of executions in any order: after each, what runs is what a plain list of the arrivals says.</summary>
    [Fact]
    public void Whatever_arrives_and_ends_each_class_runs_its_oldest_up_to_its_limit_and_no_more_than_all_run_together()
    {
        Gen<(int Kind, int Of)> step = from kind in Gen.Choose(0, 9)
                                       from of in Gen.Choose(0, 11)
                                       select (kind, of);
        Prop.ForAll(Arb.From(Gen.ListOf(step)), steps => new QueueModel(Total, Classes).Agrees(steps)).QuickCheckThrowOnFailure();
    }

    private void Add(string? name, int count, long execution = 1)
    {
        for (int i = 0; i < count; i++)
        {
            _queue.Add(new ActivityWork("i", execution, ++_number, _number, name, null));
        }
    }

    private List<ActivityWork> Start()
    {
        List<ActivityWork> started = [];
        while (_queue.TakeNext(out int _) is { } next)
        {
            started.Add(next.Work);
        }

        return started;
    }
}
