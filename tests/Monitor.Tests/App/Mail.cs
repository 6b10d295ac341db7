using Workflows.FunctionsWorker;

namespace Workflows.Monitor.Tests.App;

/// <summary>A queue and a timer.</summary>
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

    [Function("Sweep")]
    public static void Sweep([TimerTrigger("0 0 3 * * *")] TimerInfo timer) => _ = timer;
}
