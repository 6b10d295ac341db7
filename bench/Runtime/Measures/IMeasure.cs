using Workflows.Bench.Runtime.Measuring;

namespace Workflows.Bench.Runtime.Measures;

/// <summary>One of the program's measurements.</summary>
internal interface IMeasure
{
    /// <summary>The verb that runs it.</summary>
    string Name { get; }

    /// <summary>Measures.</summary>
    Task<IReadOnlyList<Figure>> RunAsync(BenchSettings settings);
}
