namespace Workflows.Shared.Content;

/// <summary>The section <c>Content</c>: where is kept what is too large, or too private, for messages and histories.</summary>
public sealed class ContentOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Content";

    /// <summary>The folder of the content store; null: <c>content</c> in the data folder.</summary>
    public string? Folder { get; set; }

    /// <summary>A container in the storage account of <c>AzureWebJobsStorage</c> instead of the folder.</summary>
    public string? Container { get; set; }
}
