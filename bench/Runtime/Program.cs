using System.Text.Json;
using Workflows.Bench.Runtime;
using Workflows.Bench.Runtime.Kills;
using Workflows.Bench.Runtime.Measures;
using Workflows.Bench.Runtime.Measuring;

IMeasure[] measures = [new HelloCities(), new FanOut(), new Chain(), new Entities(), new Recovery(), new Idle(), new StartUp(), new KillRounds()];
BenchSettings settings;
try
{
    settings = BenchSettings.Parse(args);
}
catch (FormatException e)
{
    return Refuse(e.Message);
}

switch (settings.Verb)
{
    case Recovery.ChildVerb:
        await Recovery.WaitToBeKilledAsync(settings);
        return 0;
    case Recovery.NextVerb:
        await Recovery.GoOnAsync(settings);
        return 0;
    case Idle.ChildVerb:
        await Idle.MeasureAsync(settings);
        return 0;
    case KillChild.Verb:
        await KillChild.RunAsync(settings);
        return 0;
}

IMeasure[] chosen = [.. measures.Where(measure => settings.Verb == "all" || measure.Name == settings.Verb)];
if (chosen.Length == 0)
{
    return Refuse($"There is no verb '{settings.Verb}'.");
}

string before = Machine.Describe();
List<Figure> figures = [];
foreach (IMeasure measure in chosen)
{
    figures.AddRange(await measure.RunAsync(settings));
}

FigureTable.Write(Console.Out, figures);
Console.WriteLine($"{before}; at the end: {Machine.Describe()}");
if (settings.JsonFile is { } file)
{
    await File.WriteAllTextAsync(file, JsonSerializer.Serialize(figures, new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true }));
}

int broken = figures.Count(figure => figure.Breaks);
Console.WriteLine($"Passed: {figures.Count(figure => figure.Binding && figure.Limit is not null && figure.Kept)}, Failed: {broken}");
return broken == 0 ? 0 : 1;

int Refuse(string why)
{
    Console.Error.WriteLine(why);
    Console.Error.WriteLine($"Usage: bench/Runtime [all|{string.Join('|', measures.Select(measure => measure.Name))}] [numbers] [--sync full|normal|both] [--rounds N] [--seed N] [--json FILE]");
    return 2;
}
