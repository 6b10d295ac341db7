using System.Text;
using Workflows.Shared.Models;

namespace Workflows.Activities.Models;

/// <summary>Turns a status that is no success into an outcome. The server's own words decide, but are not repeated: they may quote the prompt.</summary>
internal static class ErrorReply
{
    /// <summary>How much of an error's body is looked at, in bytes.</summary>
    public const int LongestBody = 64 * 1024;

    private static readonly string[] ContextWords = ["context_length_exceeded", "maximum context length", "context length", "context window"];
    private static readonly string[] SchemaWords = ["response_format", "json_schema", "guided", "structured_output", "structured output", "grammar"];

    public static ModelSendOutcome Describe(int status, ReadOnlySpan<byte> body, ModelPool asked, ModelSend send, ModelSendOutcome outcome)
    {
        var pool = send.Pool;
        var key = $"{ModelOptions.Section}:Pools:{pool}";
        var text = Encoding.UTF8.GetString(body);
        return status switch
        {
            400 or 422 when Mentions(text, ContextWords) => Refused($"The server of pool '{pool}' says that the prompt is too long for its context."),
            400 or 422 when send.UseResponseFormat && send.Request.IsChat && Mentions(text, SchemaWords) => With(ModelSendStatus.SchemaRejected, $"The server of pool '{pool}' does not take response_format."),
            400 or 422 => Refused(FormattableString.Invariant($"The server of pool '{pool}' refuses the request as invalid ({status}).")),
            401 or 403 when asked.Credential is not null => Refused(FormattableString.Invariant($"The server of pool '{pool}' does not accept the app's identity ({status}); give it the role Cognitive Services OpenAI User there.")),
            401 or 403 => Refused(FormattableString.Invariant($"The server of pool '{pool}' does not accept the key ({status}); set {key}:ApiKey.")),
            404 => Refused($"The server of pool '{pool}' knows no such model or address (404); check {key}:Model and {key}:Endpoint."),
            413 => Refused($"The request is too large for the server of pool '{pool}' (413)."),
            429 => With(ModelSendStatus.RateLimited, $"The server of pool '{pool}' has too many requests (429)."),
            >= 300 and < 400 => Refused(FormattableString.Invariant($"The server of pool '{pool}' redirects ({status}); set {key}:Endpoint to where the server is.")),
            408 or >= 500 => With(ModelSendStatus.Unavailable, FormattableString.Invariant($"The server of pool '{pool}' failed ({status}).")),
            _ => With(ModelSendStatus.Failed, FormattableString.Invariant($"The server of pool '{pool}' answered with status {status}.")),
        };

        ModelSendOutcome Refused(string error) => With(ModelSendStatus.Refused, error);
        ModelSendOutcome With(ModelSendStatus result, string error) => outcome with { Status = result, Error = error };
    }

    private static bool Mentions(string text, string[] words) => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
