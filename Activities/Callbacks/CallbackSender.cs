using System.Globalization;
using System.Net.Http.Headers;
using Workflows.Shared.Callbacks;

namespace Workflows.Activities.Callbacks;

/// <summary>Sends callbacks by HTTP POST, signed (<see cref="CallbackSignature"/>), within ten seconds each.</summary>
/// <param name="rules">Where they may go.</param>
/// <param name="handler">The way they go; the sender owns it.</param>
/// <param name="time">The clock.</param>
public sealed class CallbackSender(CallbackRules rules, HttpMessageHandler handler, TimeProvider time) : ICallbackSender, IDisposable
{
    /// <summary>The header <c>User-Agent</c>.</summary>
    public const string UserAgent = "Workflows-Callback/1";

    /// <summary>How long an attempt may take, from the resolution of the name to the end of the answer.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private const int MostAnswerBytes = 64 * 1024;

    private readonly HttpMessageInvoker _http = new(handler);

    /// <summary>A sender over the network.</summary>
    /// <param name="rules">Where callbacks may go.</param>
    /// <param name="time">The clock.</param>
    public CallbackSender(CallbackRules rules, TimeProvider time)
        : this(rules, CallbackTransport.Create(rules, time), time)
    {
    }

    /// <inheritdoc/>
    public async Task<CallbackAttempt> SendAsync(CallbackMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (CallbackAddress.Refuse(message.Url, rules) is { } refusal)
        {
            return Failed(refusal);
        }

        using CancellationTokenSource limit = new(Limit, time);
        using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            using HttpRequestMessage request = Request(message);
            using HttpResponseMessage response = await _http.SendAsync(request, both.Token);
            CallbackAttempt attempt = Read(response);
            await DrainAsync(response, both.Token);
            return attempt;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(string.Create(CultureInfo.InvariantCulture, $"The receiver did not answer within {Limit.TotalSeconds:0} s."));
        }
        catch (HttpRequestException e)
        {
            return Failed(Words(e));
        }
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(CallbackMessage message)
    {
        string timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        HttpRequestMessage request = new(HttpMethod.Post, message.Url) { Content = new ReadOnlyMemoryContent(message.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        request.Headers.Add(CallbackSignature.TimestampHeader, timestamp);
        request.Headers.Add(CallbackSignature.SignatureHeader, CallbackSignature.Of(message.Secret, timestamp, message.Body.Span));
        request.Headers.Add(CallbackSignature.DeliveryHeader, message.DeliveryId);
        return request;
    }

    private CallbackAttempt Read(HttpResponseMessage response)
    {
        int status = (int)response.StatusCode;
        if (response.IsSuccessStatusCode)
        {
            return new CallbackAttempt { Delivered = true, HttpStatus = status };
        }

        RetryConditionHeaderValue? wanted = response.Headers.RetryAfter;
        TimeSpan? wait = wanted?.Delta ?? (wanted?.Date - time.GetUtcNow());
        string redirect = status is >= 300 and < 400 ? "; redirects are not followed" : "";
        return Failed(string.Create(CultureInfo.InvariantCulture, $"The receiver answered with status {status}{redirect}.")) with
        {
            HttpStatus = status,
            RetryAfterSeconds = wait is { Ticks: > 0 } asked ? asked.TotalSeconds : null,
        };
    }

    /// <summary>Takes the rest of a short answer, so that the receiver does not meet a connection that breaks off. What it says is not looked at.</summary>
    private static async Task DrainAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await using Stream answer = await response.Content.ReadAsStreamAsync(cancellationToken);
            byte[] piece = new byte[4096];
            int left = MostAnswerBytes;
            int read;
            while (left > 0 && (read = await answer.ReadAsync(piece.AsMemory(0, Math.Min(piece.Length, left)), cancellationToken)) > 0)
            {
                left -= read;
            }
        }
        catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException)
        {
            // The status has been seen, and that is what counts.
        }
    }

    private static string Words(HttpRequestException error)
    {
        for (Exception? e = error; e is not null; e = e.InnerException)
        {
            if (e is RefusedAddressException)
            {
                return e.Message;
            }
        }

        return error.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => "The host's name cannot be resolved.",
            HttpRequestError.ConnectionError => "The host cannot be connected to.",
            HttpRequestError.SecureConnectionError => "No secure connection could be made: the certificate or the TLS version does not do.",
            _ => "The connection broke off, or the answer was no HTTP.",
        };
    }

    private static CallbackAttempt Failed(string error) => new() { Delivered = false, Error = error };
}
