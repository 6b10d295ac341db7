namespace Workflows.Bench.Consultation.Batches;

/// <summary>The content store of a data folder.</summary>
internal static class ContentFiles
{
    /// <summary>How many results are stored.</summary>
    public static int Results(string folder) => Directory.EnumerateFiles(Path.Combine(folder, "content"), "*.result.json", SearchOption.AllDirectories).Count();
}
