using Workflows.FunctionsWorker;

namespace Workflows.Runtime.Host.App;

/// <summary>Functions whose triggers the host does not serve yet.</summary>
internal static class Others
{
    [Function("Nightly")]
    public static void Nightly([TimerTrigger("0 0 3 * * *")] TimerInfo timer) => Assert.NotNull(timer);

    [Function("Orders")]
    public static void Orders([QueueTrigger("orders")] string order) => Assert.NotNull(order);
}
