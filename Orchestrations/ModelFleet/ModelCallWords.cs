using Workflows.Shared.Models;

namespace Workflows.Orchestrations.Fleet;

/// <summary>Why a call has no answer, for reports: without the call's own words for it, which may quote what it is about.</summary>
internal static class ModelCallWords
{
    /// <summary>A sentence.</summary>
    public static string Of(ModelCallResult result) => (result.Status, result.Attempts is [.., { } last] ? last.Status : null) switch
    {
        (ModelCallStatus.Refused, _) => "No model takes this prompt.",
        (ModelCallStatus.Cancelled, _) => "The call was cancelled.",
        (ModelCallStatus.TimedOut, _) => "The models did not answer in time.",
        (_, ModelSendStatus.Unavailable or ModelSendStatus.RateLimited or ModelSendStatus.TimedOut) => "The models did not answer in time.",
        _ => "The models gave no answer that can be used.",
    };
}
