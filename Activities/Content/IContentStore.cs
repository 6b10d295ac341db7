namespace Workflows.Activities.Content;

/// <summary>Keeps content that is too large, or too private, for messages and histories. Writing a key again replaces it as a whole.</summary>
public interface IContentStore
{
    /// <summary>Writes; when the task has ended the content survives the process.</summary>
    /// <param name="key">Names of letters, digits, '-', '_' and '.', separated by '/'.</param>
    /// <param name="content">The content.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task PutAsync(string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>Reads; null when there is none.</summary>
    Task<ReadOnlyMemory<byte>?> GetAsync(string key, CancellationToken cancellationToken);

    /// <summary>Deletes all whose key begins with a folder's.</summary>
    /// <param name="folder">The folder, with the slash at its end. One that is not there is no error.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task DeleteAsync(string folder, CancellationToken cancellationToken);
}
