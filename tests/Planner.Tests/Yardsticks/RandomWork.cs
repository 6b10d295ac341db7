using Workflows.Planner.Yardsticks;

namespace Workflows.Planner.Tests.Yardsticks;

/// <summary>Small workloads of every shape, the same for the same seed.</summary>
internal static class RandomWork
{
    public static Workload Of(int seed, int secondarySlots = 0)
    {
        Random random = new(seed);
        int pieces = random.Next(1, 5);
        return new Workload
        {
            Primary = new WorkPool(random.Next(1, 4), random.Next(3) == 0 ? random.Next(1, 5) : null),
            Secondary = new WorkPool(secondarySlots > 0 ? secondarySlots : random.Next(1, 4), random.Next(3) > 0 ? random.Next(1, 5) : null),
            First = [.. Calls(random, "first", 0, random.Next(2))],
            Middle = [.. Enumerable.Range(0, pieces).SelectMany(piece => Enumerable.Range(0, random.Next(1, 4)).SelectMany(stage => Calls(random, $"{piece}", stage, random.Next(1, 3))))],
            Last = [.. Calls(random, "last", 0, random.Next(2))],
        };
    }

    public static WorkCall Call(double primary, double secondary, bool onPrimary, bool onSecondary, string work = "0", int stage = 0) => new()
    {
        Task = "T", Work = work, Stage = stage, Primary = primary, Secondary = secondary, OnPrimary = onPrimary, OnSecondary = onSecondary,
    };

    private static IEnumerable<WorkCall> Calls(Random random, string work, int stage, int count) => Enumerable.Range(0, count).Select(_ =>
    {
        int where = random.Next(3);
        return Call(random.Next(1, 40), random.Next(1, 40), where != 1, where != 0, work, stage);
    });
}
