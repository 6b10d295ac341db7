using System.Threading.Channels;
using Workflows.FunctionsWorker;
using Workflows.Shared.Consultation;

namespace Workflows.Functions.Consultation;

/// <summary>Where the tests see what was put aside: a function of the poison queue hands it over.</summary>
internal sealed class PoisonShelf
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Channel<string> _messages = Channel.CreateUnbounded<string>();

    [Function("ReadPoison")]
    public static void Read([QueueTrigger(ConsultationNames.PoisonQueue)] string message, FunctionContext context)
    {
        PoisonShelf shelf = (PoisonShelf)context.InstanceServices.GetService(typeof(PoisonShelf))!;
        shelf._messages.Writer.TryWrite(message);
    }

    /// <summary>The next message that was put aside.</summary>
    public Task<string> NextAsync() => _messages.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience);
}
