namespace Workflows.Bench.Runtime.Kills;

/// <summary>What the n-th orchestration of the load does: known without running it, so that its effects can be checked.</summary>
internal static class KillPlan
{
    public const int Counters = 8;
    public const int Steps = 4;
    public const int FanOut = 20;
    public const int Children = 3;
    public const int Generations = 4;
    public const int Events = 3;

    private static readonly string[] Names = [Chain, Fan, Await, Race, Transfer, Family, Loop, Trouble];

    public const string Chain = "Chain";
    public const string Fan = "Fan";
    public const string Await = "Await";
    public const string Race = "Race";
    public const string Transfer = "Transfer";
    public const string Family = "Family";
    public const string Loop = "Loop";
    public const string Trouble = "Trouble";

    /// <summary>The name of the orchestrator.</summary>
    public static string NameOf(int number) => Names[number % Names.Length];

    /// <summary>The id of the instance.</summary>
    public static string IdOf(int number) => $"load-{number}";

    /// <summary>Whether the client sends it events.</summary>
    public static bool TakesEvents(int number) => NameOf(number) == Await;

    /// <summary>How many results of activities it gets.</summary>
    public static int ActivitiesOf(int number) => NameOf(number) switch
    {
        Chain => Steps,
        Fan => FanOut,
        Await => 1,
        Race => Steps,
        Transfer => 1,
        Family => Children * Steps,
        Loop => Generations,
        _ => 1,
    };

    /// <summary>The counter it adds to first, and the one it adds to second.</summary>
    public static (int First, int Second) CountersOf(int number) => (number / Names.Length % Counters, ((number / Names.Length) + 1) % Counters);

    /// <summary>What it adds to each counter in all.</summary>
    public static (int First, int Second) AddsOf(int number) => NameOf(number) switch
    {
        Transfer => (-3, 3),
        Loop => (Generations, Generations),
        Trouble => (1, 1),
        _ => (0, 0),
    };
}
