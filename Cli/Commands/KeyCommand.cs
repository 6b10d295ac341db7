using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Workflows.Cli.Hosting;
using Workflows.Shared.Consultation;

namespace Workflows.Cli.Commands;

/// <summary><c>workflows key</c>: a bound key for a client of the consultations.</summary>
internal sealed class KeyCommand(CliServices services)
{
    public const string Name = "key";

    private readonly Argument<string> _client = new("client") { Description = "The client's id, as it is configured under Consultations:Clients." };

    /// <summary>The command.</summary>
    public static Command Create(CliServices services) => new KeyCommand(services).Build();

    private Command Build()
    {
        Command command = new(Name, $"Make a bound key for a client of the consultations, with its first secret; it holds for {BoundKeys.Window.TotalMinutes:0} minutes.") { _client };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        string client = parsed.GetValue(_client)!;

        // The application is put together but not started: its configuration is what counts.
        using IHost host = services.Hosts.Create(new HostSettings { DataFolder = TargetOptions.DefaultFolder, RunsWork = false });
        ConsultationOptions options = host.Services.GetRequiredService<IOptions<ConsultationOptions>>().Value;
        if (!options.Clients.TryGetValue(client, out ConsultationClientOptions? known))
        {
            throw CliException.BadUsage($"there is no client '{SafeName(client)}'; configure one: Consultations__Clients__{SafeName(client)}__Secrets__0=<at least 16 characters> in the environment");
        }

        await services.Console.Output.WriteLineAsync(BoundKeys.Make(client, known.Secrets[0], services.Time.GetUtcNow()).AsMemory(), stop);
        return ExitCode.Done;
    }

    private static string SafeName(string client) => Workflows.Shared.SafeText.Line(client, 100);
}
