using Workflows.Cli;

CliConsole console = CliConsole.OfThisProcess();
using StopSignal stop = new(console);
return await CliApp.RunAsync(args, CliServices.OfThisProcess(console, stop.Token));
