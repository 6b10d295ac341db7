using Workflows.Bench.Review.Driving;

string what = args.FirstOrDefault() ?? "all";
if (what is not ("all" or "kill" or "documents"))
{
    await Console.Error.WriteLineAsync("Usage: bench/Review [all|kill|documents] [number of kills or files]");
    return 2;
}

int passed = 0;
int failed = 0;
int? number = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : null;
if (what is "all" or "kill")
{
    const int Seed = 20261120;
    KillRounds rounds = await KillRounds.RunAsync(30, number ?? 10, Seed, Console.WriteLine);
    Say("kills that struck", rounds.Kills, $"at least {number ?? 10}", rounds.Kills >= (number ?? 10));
    Say("reports that differ from the undisturbed one", rounds.OtherReports, $"0 of {rounds.Reviews}", rounds.OtherReports == 0);
    Say("recorded calls that were sent again", rounds.Repeated.Count, "0", rounds.Repeated.Count == 0);
    Console.WriteLine($"  (unrecorded calls sent again: {rounds.SentAgain}, calls of one review: {rounds.Calls}, seed {Seed})");
}

if (what is "all" or "documents")
{
    DocumentsProfile run = await DocumentsProfile.RunAsync(number ?? 50, 20);
    Console.WriteLine($"review of {number ?? 50} files with the documents' profile at time scale 20: {run.Status} in {run.Seconds:F0} s of scaled time (simulated)");
    Say("primary: calls at once", run.Primary.PeakConcurrent, "at most 8", run.Primary.PeakConcurrent <= 8);
    Say("secondary: calls in any minute", run.Secondary.PeakCallsPerMinute, "at most 50", run.Secondary.PeakCallsPerMinute <= 50);
    Console.WriteLine($"  (target: 600 s; calls: primary {run.Primary.Accepted}, secondary {run.Secondary.Accepted}; refused by the simulator and sent again: {run.Primary.Rejected + run.Secondary.Rejected}, since at this scale the fleet's margin of 0.25 s is 12 ms of real time)");
}

Console.WriteLine($"Passed: {passed}, Failed: {failed}");
return failed == 0 ? 0 : 1;

void Say(string figure, long value, string limit, bool holds)
{
    Console.WriteLine($"{(holds ? "ok  " : "FAIL")} {figure}: {value} (limit: {limit})");
    _ = holds ? passed++ : failed++;
}
