namespace Workflows.Activities.Callbacks;

/// <summary>One callback to send.</summary>
/// <param name="Url">Where to.</param>
/// <param name="DeliveryId">The header <c>X-Delivery-Id</c>: the same for every attempt.</param>
/// <param name="Secret">What signs it.</param>
/// <param name="Body">JSON in UTF-8, sent as it is.</param>
public sealed record CallbackMessage(string Url, string DeliveryId, string Secret, ReadOnlyMemory<byte> Body);
