using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Workflows.Activities.Tests.Callbacks;
using Workflows.Shared.Callbacks;

namespace Workflows.Functions.Consultation;

/// <summary>A receiver of callbacks that checks their signatures and hands them on to the test.</summary>
internal sealed class CallbackHook : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Channel<(string DeliveryId, string Body)> _arrived = Channel.CreateUnbounded<(string, string)>();
    private Receiver _receiver = null!;

    /// <summary>How many attempts are refused with 503 before one is taken.</summary>
    public int Refusals { get; set; }

    /// <summary>Where callbacks come in.</summary>
    public string Url => $"http://127.0.0.1:{_receiver.Port}/hook";

    /// <summary>The settings that let callbacks go here.</summary>
    public static (string Key, string? Value)[] Settings => [("Consultations:AllowPrivateCallbacks", "true"), ("Consultations:CallbackHosts:0", "127.0.0.1")];

    public static async Task<CallbackHook> StartAsync()
    {
        CallbackHook hook = new();
        hook._receiver = await Receiver.StartAsync(hook.AnswerAsync);
        return hook;
    }

    /// <summary>The next callback that is taken.</summary>
    public Task<(string DeliveryId, string Body)> NextAsync() => _arrived.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience);

    /// <summary>Whether another one was taken meanwhile.</summary>
    public bool HasMore => _arrived.Reader.Count > 0;

    public ValueTask DisposeAsync() => _receiver.DisposeAsync();

    private Task AnswerAsync(HttpContext http)
    {
        if (Refusals-- > 0)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        }

        (IHeaderDictionary headers, byte[] body, _) = _receiver.Requests.Last();
        Assert.Equal(CallbackSignature.Of(ConsultationApp.Secret, headers[CallbackSignature.TimestampHeader].ToString(), body), headers[CallbackSignature.SignatureHeader].ToString());
        _arrived.Writer.TryWrite((headers[CallbackSignature.DeliveryHeader].ToString(), Encoding.UTF8.GetString(body)));
        return Task.CompletedTask;
    }
}
