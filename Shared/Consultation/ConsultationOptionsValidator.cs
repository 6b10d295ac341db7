using System.Text;
using Microsoft.Extensions.Options;

namespace Workflows.Shared.Consultation;

/// <summary>Refuses options that cannot work, each fault with its key and the remedy; no message holds a secret.</summary>
public sealed class ConsultationOptionsValidator : IValidateOptions<ConsultationOptions>
{
    private const int ShortestSecret = 16;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ConsultationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        List<string> faults = [];
        foreach ((string client, ConsultationClientOptions known) in options.Clients)
        {
            string key = $"Consultations:Clients:{client}";
            Check(BoundKey.IsClient(client), $"{key}: a client's id has 1 to {BoundKey.LongestClient} letters, digits, '-', '_' and '.'.");
            Check(known.Secrets.Length > 0, $"{key}:Secrets: has none; set {key}:Secrets:0.");
            Check(known.Secrets.All(secret => Encoding.UTF8.GetByteCount(secret) >= ShortestSecret), $"{key}:Secrets: one is shorter than {ShortestSecret} characters.");
            Check(!known.Secrets.Any(VaultReference.IsUnresolved), $"{key}:Secrets: one is a reference to a key vault that was not replaced by its secret; see that the secret exists and that the app may read it.");
            Check(known.RequestsPerMinute is null or > 0, $"{key}:RequestsPerMinute: must be above 0, or absent for no limit.");
        }

        foreach (string host in options.CallbackHosts)
        {
            string plain = host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host;
            Check(Uri.CheckHostName(plain.Trim('[', ']')) != UriHostNameType.Unknown, $"Consultations:CallbackHosts: '{host}' is no host name; write for example 'centerlink.api' or '*.centerlink.api', without scheme and port.");
        }

        Check(options.RunAt is >= 1 and <= 1_000, "Consultations:RunAt: must be from 1 to 1000.");
        Check(options.MaxBatch is >= 1 and <= 10_000, "Consultations:MaxBatch: must be from 1 to 10000.");
        Check(options.MaxConversation is >= 1_000 and <= 10_000_000, "Consultations:MaxConversation: must be from 1000 to 10000000 characters.");
        Check(options.KeepDays is >= 8 and <= 365, "Consultations:KeepDays: must be from 8, as long as a message may stay on its queue, to 365.");
        Check(WebhookAddress.IsUsable(options.SlackWebhook), "Consultations:SlackWebhook: is no http or https address.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Check(bool holds, string fault)
        {
            if (!holds)
            {
                faults.Add(fault);
            }
        }
    }
}
