using System.Text.Json.Serialization;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Shared.Models;

/// <summary>One request to one model server: what the activity <see cref="ActivityName"/> gets. It sends at most once and never retries.</summary>
public sealed record ModelSend
{
    /// <summary>The name of the activity that sends.</summary>
    public const string ActivityName = "SendModelRequest";

    /// <summary>The call.</summary>
    public required ModelCallRequest Request { get; init; }

    /// <summary>The right to send. Nothing is sent after its <see cref="FleetLease.StartBefore"/>, nor when it is older than the process: the outcome is then <see cref="ModelSendStatus.Stale"/>.</summary>
    public required FleetLease Lease { get; init; }

    /// <summary>The pool to send to.</summary>
    public required string Pool { get; init; }

    /// <summary>The number of the request within its call, from 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Why it is made.</summary>
    public ModelAttemptReason Reason { get; init; }

    /// <summary>What follows the prompt's two messages: empty, or the model's bad answer and the question to repair it.</summary>
    public IReadOnlyList<ModelMessage> Messages { get; init; } = [];

    /// <summary>False when the server refused <c>response_format</c>: the schema is then told in the prompt.</summary>
    public bool UseResponseFormat { get; init; } = true;

    /// <summary>How long this request may last, in seconds: what is left of the call's budget, at most the pool's timeout.</summary>
    public required double TimeoutSeconds { get; init; }

    /// <summary>When the answer is of no use any more.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>The recording or the images, which the activity reads from the content store before it sends; they are never stored with the request.</summary>
    [JsonIgnore]
    public IReadOnlyList<ReadOnlyMemory<byte>> Media { get; init; } = [];
}
