using Workflows.Shared.Interview;

namespace Workflows.Functions.Interview;

/// <summary>Waits for what happens in interviews, on either host: by looking again and again.</summary>
/// <param name="time">The clock.</param>
public sealed class InterviewDesk(TimeProvider time)
{
    /// <summary>How long is waited between two looks.</summary>
    public static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits until an interview is so.</summary>
    /// <param name="client">The client.</param>
    /// <param name="id">The interview.</param>
    /// <param name="isReached">What is waited for.</param>
    /// <param name="patience">How long.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The state; null: it was not reached in time, or the interview is gone.</returns>
    public async Task<InterviewState?> WaitAsync(DurableTaskClient client, string id, Func<InterviewState, bool> isReached, TimeSpan patience, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(isReached);
        long began = time.GetTimestamp();
        while (await InterviewView.FindAsync(client, id, cancellationToken) is { } instance)
        {
            InterviewState state = InterviewView.Of(instance);
            if (isReached(state))
            {
                return state;
            }

            TimeSpan left = patience - time.GetElapsedTime(began);
            if (left <= TimeSpan.Zero)
            {
                return null;
            }

            await Task.Delay(left < LookInterval ? left : LookInterval, time, cancellationToken);
        }

        return null;
    }
}
