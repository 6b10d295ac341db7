using Workflows.Bench.Schedule;
using Workflows.Bench.Schedule.Faults;
using Workflows.Planner;

const string Usage = "Usage: bench/Schedule [all|documents|random|faults|floods] [numbers of files] | bench/Schedule timeline [documents|quick|random] [files]";
string verb = args.FirstOrDefault() ?? "all";
List<int> files = [];
foreach (string word in args.Skip(1))
{
    if (int.TryParse(word, out int number) && number is >= 1 and <= PlanRequest.MaxFiles)
    {
        files.Add(number);
    }
    else if (verb != "timeline")
    {
        return Refuse($"'{word}' is no number of files from 1 to {PlanRequest.MaxFiles}.");
    }
}

Tally tally = new(Console.Out);
switch (verb)
{
    case "all":
        await Schedules.RunAsync([PlanProfile.Documents, PlanProfile.Random], files, tally);
        await FaultRuns.RunAsync(tally);
        break;
    case "documents":
        await Schedules.RunAsync([PlanProfile.Documents], files, tally);
        break;
    case "random":
        await Schedules.RunAsync([PlanProfile.Random], files, tally);
        break;
    case "faults":
        await FaultRuns.RunAsync(tally);
        break;
    case "floods":
        await BatchFlood.RunAsync(tally);
        break;
    case "timeline":
        string profile = args.Skip(1).FirstOrDefault(word => PlanProfile.Names.Contains(word)) ?? PlanProfile.Documents.Name;
        Timeline.Write(Console.Out, await Schedules.PlanAsync(PlanProfile.Get(profile), files.FirstOrDefault(50)));
        return 0;
    default:
        return Refuse($"There is no verb '{verb}'.");
}

return tally.End();

int Refuse(string why)
{
    Console.Error.WriteLine(why);
    Console.Error.WriteLine(Usage);
    return 2;
}
