using System.Runtime.InteropServices;
using Workflows.Runtime.Engine.Time;
using Workflows.Simulator;

SimulatorArguments arguments;
try
{
    arguments = SimulatorArguments.Parse(args);
}
catch (FormatException error)
{
    await Console.Error.WriteLineAsync($"workflows-simulator: {error.Message}");
    return 2;
}

if (arguments.Help)
{
    await Console.Out.WriteLineAsync(SimulatorArguments.HelpText);
    return 0;
}

using var stop = new CancellationTokenSource();
void OnSignal(PosixSignalContext context)
{
    context.Cancel = true;
    stop.Cancel();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
var time = new ScaledTimeProvider(TimeProvider.System, arguments.TimeScale);
try
{
    await using var server = await SimulatorServer.StartAsync(arguments.Options, time, stop.Token);
    await Console.Out.WriteLineAsync($"simulated models {string.Join(", ", server.Models.Keys)} at {server.Endpoint} (profile {arguments.Options.Profile}, time scale {arguments.TimeScale})");
    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
    using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5), TimeProvider.System);
    await server.StopAsync(patience.Token);
    return 0;
}
catch (Exception error) when (error is ArgumentException or IOException)
{
    await Console.Error.WriteLineAsync($"workflows-simulator: {error.Message}");
    return 2;
}
