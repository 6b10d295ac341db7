using Workflows.Simulator.Limits;

namespace Workflows.Simulator.Tests.Limits;

public sealed class TurnsTests
{
    private static readonly TimeSpan Work = TimeSpan.FromSeconds(10);

    [Fact]
    public void Without_a_number_all_are_worked_on_at_once()
    {
        Turns turns = new();

        Assert.Equal([Work, Work], new[] { turns.Take(TimeSpan.Zero, Work, null), turns.Take(TimeSpan.Zero, Work, null) });
    }

    [Fact]
    public void So_many_are_worked_on_at_once_and_the_others_wait_in_the_order_of_arrival()
    {
        Turns turns = new();

        double[] seconds = [.. Enumerable.Range(0, 5).Select(_ => turns.Take(TimeSpan.Zero, Work, 2).TotalSeconds)];

        Assert.Equal([10, 10, 20, 20, 30], seconds);
    }

    [Fact]
    public void What_has_ended_holds_nobody_up()
    {
        Turns turns = new();
        turns.Take(TimeSpan.Zero, Work, 1);

        Assert.Equal(Work, turns.Take(TimeSpan.FromSeconds(10), Work, 1));
    }
}
