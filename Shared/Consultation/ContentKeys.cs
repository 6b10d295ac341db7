using System.Globalization;

namespace Workflows.Shared.Consultation;

/// <summary>Where a batch's content stands in the content store. A batch's content is deleted together, by <see cref="Batch"/>.</summary>
public static class ContentKeys
{
    /// <summary>The folder of a batch, with the slash at its end.</summary>
    public static string Batch(string batchId) => $"consultations/{batchId}/";

    /// <summary>A consultation: a <see cref="ConsultationItem"/>.</summary>
    public static string Item(string batchId, int index) => $"{Batch(batchId)}{index.ToString("D5", CultureInfo.InvariantCulture)}.json";

    /// <summary>Its analysis: a <see cref="ConsultationResult"/>.</summary>
    public static string Result(string batchId, int index) => $"{Batch(batchId)}{index.ToString("D5", CultureInfo.InvariantCulture)}.result.json";

    /// <summary>The folder of the prompts of a consultation's windows, with the slash at its end; it is deleted once the result is there.</summary>
    public static string Windows(string batchId, int index) => $"{Batch(batchId)}{index.ToString("D5", CultureInfo.InvariantCulture)}.windows/";

    /// <summary>The prompt of one window: the text of a user message.</summary>
    public static string Window(string batchId, int index, int window) => $"{Windows(batchId, index)}{window.ToString("D5", CultureInfo.InvariantCulture)}.txt";

    /// <summary>The body of the callback: a <see cref="BatchReport"/>.</summary>
    public static string Callback(string batchId) => $"{Batch(batchId)}callback.json";
}
