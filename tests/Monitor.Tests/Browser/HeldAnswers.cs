using Microsoft.Playwright;

namespace Workflows.Monitor.Tests.Browser;

/// <summary>Answers to a page that are kept on their way until they are let go, as on a slow network.</summary>
internal sealed class HeldAnswers
{
    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HeldAnswers()
    {
    }

    /// <summary>Ends when an answer is held.</summary>
    public Task Held => _held.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    /// <summary>Holds from now on the answer to each request whose address fits.</summary>
    public static async Task<HeldAnswers> HoldAsync(IPage page, Func<string, bool> fits)
    {
        HeldAnswers held = new();
        await page.RouteAsync(fits, async route =>
        {
            if (held._letGo.Task.IsCompleted)
            {
                await route.ContinueAsync();
                return;
            }

            IAPIResponse answer = await route.FetchAsync();
            held._held.TrySetResult();
            await held._letGo.Task;
            await route.FulfillAsync(new RouteFulfillOptions { Response = answer });
        });
        return held;
    }

    public void LetGo() => _letGo.TrySetResult();
}
