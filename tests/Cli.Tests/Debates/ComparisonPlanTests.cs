using FsCheck;
using FsCheck.Fluent;
using Workflows.Cli.Debates;
using Workflows.Shared.Debate;

namespace Workflows.Cli.Tests.Debates;

public sealed class ComparisonPlanTests
{
    [Fact]
    public void Every_pair_has_both_modes_side_by_side_and_each_mode_comes_first_in_half_of_the_pairs() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(1, 20).ToArbitrary(), Gen.Choose(1, 10).ToArbitrary(), (tasks, runs) =>
        {
            PlannedDebate[][] pairs = [.. new ComparisonPlan(Tasks(tasks), runs).Debates.Chunk(2)];
            int parallelFirst = pairs.Count(pair => pair[0].Mode == DebateMode.Parallel);
            return pairs.Length == tasks * runs
                && pairs.All(pair => pair[0].Pair == pair[1].Pair && pair[0].Task == pair[1].Task && pair[0].Run == pair[1].Run && pair.Select(debate => debate.Mode).Order().SequenceEqual([DebateMode.Parallel, DebateMode.Sequential]))
                && parallelFirst - (pairs.Length - parallelFirst) is 0 or 1;
        }));

    [Fact]
    public void Every_task_is_run_as_often_as_asked_for_all_of_them_once_before_any_twice()
    {
        ComparisonPlan plan = new(Tasks(2), 2);

        Assert.Equal([("task 1", 1), ("task 2", 1), ("task 1", 2), ("task 2", 2)], plan.Debates.Chunk(2).Select(pair => (pair[0].Task.Name, pair[0].Run)));
    }

    [Fact]
    public void All_ids_differ_also_over_rounds_and_attempts()
    {
        ComparisonPlan plan = new(Tasks(5), 3);
        string[] ids = [.. plan.Debates.SelectMany(debate => from round in new[] { 1, 2, 12 } from attempt in new[] { 1, 2, 12 } select plan.IdOf(debate, round, attempt))];

        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_same_tasks_and_runs_are_the_same_comparison_whatever_the_tasks_are_called()
    {
        ComparisonPlan one = new(Tasks(3), 2);
        ComparisonPlan other = new([.. Tasks(3).Select(task => task with { Name = $"other {task.Name}" })], 2);

        Assert.Equal(one.Id, other.Id);
        Assert.Equal(one.Debates.Select(debate => debate.Mode), other.Debates.Select(debate => debate.Mode));
    }

    [Fact]
    public void Other_runs_other_evidence_or_another_order_are_another_comparison()
    {
        ComparisonTask[] tasks = Tasks(3);
        ComparisonTask[] changed = [tasks[0] with { Request = tasks[0].Request with { Evidence = [new EvidenceDocument { Id = "a", Text = "It is so." }] } }, .. tasks[1..]];

        Assert.Equal(4, new[] { new ComparisonPlan(tasks, 2).Id, new ComparisonPlan(tasks, 3).Id, new ComparisonPlan(changed, 2).Id, new ComparisonPlan([.. tasks.Reverse()], 2).Id }.Distinct().Count());
    }

    private static ComparisonTask[] Tasks(int count) =>
        [.. Enumerable.Range(1, count).Select(number => new ComparisonTask($"task {number}", new DebateRequest { Goal = $"Is it {number}?" }))];
}
