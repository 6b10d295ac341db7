namespace Workflows.Shared.Interview.Uploads;

/// <summary>A file of an answer, of a type that is known by its content.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Extension">How names of such files end, without the point.</param>
public sealed record UploadedFile(ReadOnlyMemory<byte> Content, string MediaType, string Extension);
