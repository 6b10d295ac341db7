using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Workflows.Cli.Analyses;
using Workflows.Cli.Hosting;
using Workflows.Cli.Inputs;
using Workflows.Cli.Output;
using Workflows.Functions.Consultation;
using Workflows.Shared.Callbacks;
using Workflows.Shared.Consultation;

namespace Workflows.Cli.Commands;

/// <summary><c>workflows analyze</c>: analyses a file of consultations as a batch and prints its report.</summary>
internal sealed class AnalyzeCommand(CliServices services)
{
    public const string Name = "analyze";

    private const string DefaultClient = "cli";

    private readonly Argument<string> _file = new("file") { Description = "Consultations as JSON Lines, one object a line with consultation_id and conversation_text, or - for standard input.", HelpName = "jsonl|-" };
    private readonly Option<string?> _callback = new("--callback") { Description = "Send the results there too, signed for the client, as over HTTP.", HelpName = "URL" };
    private readonly Option<string?> _client = new("--client") { Description = $"Whose batch it is. With --callback a client that is configured. Default: {DefaultClient}.", HelpName = "NAME" };
    private readonly Option<string?> _format = ListingFormat.Option();
    private readonly Option<string?> _output = new("--output") { Description = "Write the report to a file, whole or not at all. Default: standard output.", HelpName = "FILE" };
    private readonly TargetOptions _target = new();

    /// <summary>The command.</summary>
    public static Command Create(CliServices services) => new AnalyzeCommand(services).Build();

    private Command Build()
    {
        Command command = new(Name, "Analyse consultations as a batch and print the results. A batch that was stopped goes on when the same command is given again; within a day none is analysed twice.")
        {
            _file, _callback, _client, _format, _output, _target.Data, _target.TimeScale, _target.Verbose,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        bool json = ListingFormat.IsJson(parsed.GetValue(_format));
        OutputPlace output = OutputPlace.Prepare(parsed.GetValue(_output), services);
        HostSettings settings = _target.ReadLocal(parsed);
        string lines = await ReadAsync(parsed.GetValue(_file)!, stop);

        // What is wrong with the lines is said before the host starts; its configuration says what is allowed.
        IHost host = services.Hosts.Create(settings);
        BatchSubmission batch;
        try
        {
            ConsultationOptions options = host.Services.GetRequiredService<IOptions<ConsultationOptions>>().Value;
            string? callback = parsed.GetValue(_callback);
            string client = Client(parsed.GetValue(_client) ?? DefaultClient, callback, options);
            batch = BatchAnalysisBody.Of(ConsultationLines.Read(lines, options), callback, client);
        }
        catch
        {
            host.Dispose();
            throw;
        }

        await using RunningHost running = await RunningHost.StartAsync(host, stop);
        return await new AnalysisSession(services, running, output, json).RunAsync(batch, stop);
    }

    private async Task<string> ReadAsync(string file, CancellationToken stop)
    {
        byte[] bytes = file == "-"
            ? await BoundedFile.ReadAsync(services.Console.Input, "standard input", BatchAnalysisBody.MaxBytes, stop)
            : await BoundedFile.ReadAsync(file, "the consultations", BatchAnalysisBody.MaxBytes, stop);
        return Utf8Text.Decode(bytes, file == "-" ? "standard input" : file);
    }

    private static string Client(string client, string? callback, ConsultationOptions options)
    {
        if (!BoundKeys.IsClient(client))
        {
            throw CliException.BadUsage("--client: a client's name has 1 to 64 letters, digits, '-', '_' and '.'");
        }

        if (callback is null)
        {
            return client;
        }

        if (!options.Clients.ContainsKey(client))
        {
            throw CliException.BadUsage($"--callback: nothing can be signed for '{client}', which is no configured client; set Consultations__Clients__{client}__Secrets__0=<at least 16 characters> in the environment, or name another one with --client");
        }

        return CallbackAddress.Refuse(callback, options) is { } refusal ? throw CliException.BadUsage($"--callback: {refusal}") : client;
    }
}
