namespace Workflows.Bench.Runtime.Measuring;

/// <summary>Lines on the error stream that say what is being done.</summary>
internal static class Progress
{
    /// <summary>Says it.</summary>
    public static void Say(string line) => Console.Error.WriteLine(line);
}
