using System.CommandLine;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Workflows.Cli.Hosting;
using Workflows.Runtime.Host;

namespace Workflows.Cli.Commands;

/// <summary><c>workflows serve</c>: the host with its HTTP interface, until it is stopped.</summary>
internal sealed class ServeCommand(CliServices services)
{
    public const string Name = "serve";

    private readonly Option<string?> _urls = new("--urls") { Description = "Where to listen, several separated by semicolons; port 0 takes a free one. Default: http://127.0.0.1:7071.", HelpName = "U" };
    private readonly TargetOptions _target = new();

    /// <summary>The command.</summary>
    public static Command Create(CliServices services) => new ServeCommand(services).Build();

    private Command Build()
    {
        Command command = new(Name, "Serve the HTTP interface, and go on with every unfinished run, until stopped.") { _urls, _target.Data, _target.TimeScale, _target.Verbose };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        string folder = TargetOptions.Folder(parsed.GetValue(_target.Data));
        HostSettings settings = new()
        {
            DataFolder = folder,
            TimeScale = TargetOptions.ReadScale(parsed.GetValue(_target.TimeScale)),
            ServeHttp = true,
            Urls = parsed.GetValue(_urls),
            Verbose = parsed.GetValue(_target.Verbose),
        };
        await using RunningHost host = await RunningHost.StartAsync(services.Hosts, settings, stop);
        ICollection<string> addresses = host.Services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        services.Console.Say($"listening on {string.Join(", ", addresses)}; data in {Path.GetFullPath(folder)}; Ctrl-C stops");
        if (addresses.FirstOrDefault() is { } first && host.Services.GetService<EmbeddedHostOptions>()?.Monitor.Enabled == true)
        {
            services.Console.Say($"monitor at {Openable(first)}/monitor/");
        }

        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(
            stop, host.Services.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None);
        TaskCompletionSource ended = new();
        using CancellationTokenRegistration registration = end.Token.Register(ended.SetResult);
        await ended.Task;
        return ExitCode.Done;
    }

    /// <summary>An address that a browser on this machine can open: one for all interfaces is none.</summary>
    private static string Openable(string address) => address.TrimEnd('/')
        .Replace("//0.0.0.0:", "//localhost:", StringComparison.Ordinal)
        .Replace("//[::]:", "//localhost:", StringComparison.Ordinal);
}
