namespace Workflows.Bench.Consultation.Batches;

/// <summary>One attempt of a delivery, as its receiver saw it.</summary>
/// <param name="Body">The body.</param>
/// <param name="Signed">Whether the signature was right.</param>
/// <param name="Taken">Whether the receiver took it.</param>
internal sealed record CallbackSeen(byte[] Body, bool Signed, bool Taken);
