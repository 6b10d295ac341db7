namespace Workflows.Monitor.Tests.App;

/// <summary>What a test decides about the functions of this assembly while they run.</summary>
internal sealed class Desk
{
    /// <summary>False: the activity <c>Pay</c> succeeds.</summary>
    public volatile bool RefusesPayment = true;

    /// <summary>Let go when queue functions may succeed.</summary>
    public volatile bool RefusesMail = true;
}
