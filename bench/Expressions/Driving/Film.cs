using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Workflows.Bench.Expressions.Films;
using Workflows.Bench.Review.Driving;
using Workflows.Shared.Expressions;

namespace Workflows.Bench.Expressions.Driving;

/// <summary>A film's subtitles as a file, and the command line that analyses it.</summary>
internal sealed class Film
{
    private readonly SimulatedModels _models;
    private readonly WorkFolder _folder;
    private readonly string _file;
    private readonly double _timeScale;

    private Film(int chunks, string file, WorkFolder folder, SimulatedModels models, double timeScale)
    {
        Chunks = chunks;
        _file = file;
        _folder = folder;
        _models = models;
        _timeScale = timeScale;
    }

    /// <summary>How many chunks it has.</summary>
    public int Chunks { get; }

    /// <summary>Writes the file.</summary>
    public static async Task<Film> WriteAsync(int chunks, int seed, WorkFolder folder, SimulatedModels models, double timeScale)
    {
        string file = folder.Fresh(".srt");
        await File.WriteAllTextAsync(file, MadeUpFilm.Of(chunks, seed));
        return new Film(chunks, file, folder, models, timeScale);
    }

    /// <summary>A data folder of its own.</summary>
    public string FreshData() => _folder.Fresh("");

    /// <summary>Analyses it from the start.</summary>
    /// <param name="options">Further options of the command.</param>
    public async Task<ExpressionReport> AnalyseAsync(params string[] options) => ReportOf(await Product.RunAsync(_models.Environment, Command(FreshData(), options)));

    /// <summary>Begins to analyse it, or goes on, in a data folder, and kills the process after a time.</summary>
    /// <returns>How it ended by itself; null: it was killed.</returns>
    public async Task<ExpressionReport?> AnalyseForAsync(string data, TimeSpan time)
    {
        using Process process = Product.Start(_models.Environment, Command(data));
        Task<Outcome> end = Product.EndOfAsync(process);
        if (await Task.WhenAny(end, Task.Delay(time)) == end)
        {
            return ReportOf(await end);
        }

        process.Kill();
        await end;
        return null;
    }

    /// <summary>Goes on, in a data folder, to the end.</summary>
    public async Task<ExpressionReport> FinishAsync(string data) => ReportOf(await Product.RunAsync(_models.Environment, Command(data)));

    private string[] Command(string data, params string[] options) =>
        ["expressions", _file, "--format", "json", "--data", data, "--time-scale", _timeScale.ToString(CultureInfo.InvariantCulture), .. options];

    private ExpressionReport ReportOf(Outcome outcome)
    {
        // 1: some chunks have failed, and the report names them.
        if (outcome.ExitCode > 1 || outcome.Output.Length == 0)
        {
            throw new InvalidOperationException($"workflows ended with {outcome.ExitCode}: {outcome.Error}");
        }

        ExpressionReport report = JsonSerializer.Deserialize<ExpressionReport>(outcome.Output, ExpressionJson.Options)!;
        return report.Chunks == Chunks ? report : throw new InvalidOperationException($"The film has {report.Chunks} chunks and not {Chunks}.");
    }
}
