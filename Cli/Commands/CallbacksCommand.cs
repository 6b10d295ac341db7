using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Workflows.Cli.Callbacks;
using Workflows.Cli.Runs;
using Workflows.Shared.Consultation;

namespace Workflows.Cli.Commands;

/// <summary><c>workflows callbacks</c>: the consultations' callbacks that were not delivered; sends one again.</summary>
internal sealed class CallbacksCommand(CliServices services)
{
    public const string Name = "callbacks";

    private const int LongestId = 200;

    private readonly Option<string?> _resend = new("--resend") { Description = "Send the callback of this delivery id again.", HelpName = "ID" };
    private readonly Option<string?> _format = ListingFormat.Option();
    private readonly TargetOptions _target = new();

    /// <summary>The command.</summary>
    public static Command Create(CliServices services) => new CallbacksCommand(services).Build();

    private Command Build()
    {
        Command command = new(Name, "List the consultations' callbacks that were not delivered within a day, the longest undelivered first; send one again.")
        {
            _resend, _format, _target.Server, _target.Data, _target.Verbose,
        };
        command.SetAction((parsed, stop) => parsed.GetValue(_resend) is { } id ? ResendAsync(parsed, id, stop) : ListAsync(parsed, stop));
        return command;
    }

    private async Task<int> ListAsync(ParseResult parsed, CancellationToken stop)
    {
        RunTarget target = _target.Read(parsed);
        bool json = ListingFormat.IsJson(parsed.GetValue(_format));
        await using ICallbacks? callbacks = await services.Callbacks.OpenAsync(target, runsWork: false, stop);
        IReadOnlyList<UndeliveredCallbackView> listed = callbacks is null ? [] : await callbacks.ListAsync(stop);
        if (listed.Count == 0)
        {
            services.Console.Say($"no undelivered callbacks {target.Where}");
        }

        await services.Console.Output.WriteAsync(json ? JsonSerializer.Serialize(listed, ConsultationJson.Indented) + "\n" : Text(listed));
        return ExitCode.Done;
    }

    private async Task<int> ResendAsync(ParseResult parsed, string id, CancellationToken stop)
    {
        RunTarget target = _target.Read(parsed);
        if (parsed.GetValue(_format) is not null)
        {
            throw CliException.BadUsage("--format belongs to the list; leave it out with --resend");
        }

        if (id.Length is 0 or > LongestId || id.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '/' or '\\'))
        {
            throw CliException.BadUsage($"--resend: that is no delivery's id; see: workflows callbacks{target.Options}");
        }

        await using ICallbacks? callbacks = await services.Callbacks.OpenAsync(target, runsWork: true, stop);
        ResentCallback resent = (callbacks is null ? null : await callbacks.ResendAsync(id, stop))
            ?? throw CliException.BadUsage($"no undelivered callback {id} {target.Where}; see: workflows callbacks{target.Options}");
        services.Console.Say(resent switch
        {
            { Delivered: true } => $"{id} is delivered",
            { Delivered: null } => $"{id} is being sent again {target.Where}; it leaves the list when it is delivered: workflows callbacks{target.Options}",
            { NextAt: { } next } => $"{id} is not delivered: {resent.Error} It is tried again from {Time(next)} on, for a day, while a host runs on the data folder",
            _ => $"{id} is not delivered: {resent.Error}",
        });
        return resent.Delivered == false ? ExitCode.Failed : ExitCode.Done;
    }

    private static string Text(IReadOnlyList<UndeliveredCallbackView> listed)
    {
        StringBuilder text = new();
        foreach (UndeliveredCallbackView callback in listed)
        {
            text.Append(CliConsole.OneLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{callback.DeliveryId}  {callback.BatchId}  {callback.Client}  {callback.Host}  {callback.Status} since {Time(callback.Since)}  {callback.Attempts} attempts: {callback.LastError}"))).Append('\n');
        }

        return text.ToString();
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
