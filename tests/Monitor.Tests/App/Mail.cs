using Workflows.FunctionsWorker;

namespace Workflows.Monitor.Tests.App;

/// <summary>Two queues and a timer. Each queue is of one test class: classes run side by side, and count messages.</summary>
internal sealed class Mail(Desk desk)
{
    [Function("Letters")]
    public void Letters([QueueTrigger("letters")] string letter)
    {
        if (desk.RefusesMail)
        {
            throw new InvalidOperationException($"Nobody reads {letter.Length} letters.");
        }
    }

    [Function("Parcels")]
    public static void Parcels([QueueTrigger("parcels")] string parcel) => _ = parcel;

    [Function("Sweep")]
    public static void Sweep([TimerTrigger("0 0 3 * * *")] TimerInfo timer) => _ = timer;
}
