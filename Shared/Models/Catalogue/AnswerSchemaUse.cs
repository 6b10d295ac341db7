namespace Workflows.Shared.Models;

/// <summary>How a server is told the schema of an answer. The answer is checked against it either way.</summary>
public enum AnswerSchemaUse
{
    /// <summary>By <c>response_format</c>; when the server refuses that, the call goes on with <see cref="Prompt"/>.</summary>
    ResponseFormat,

    /// <summary>In the prompt, for servers that take <c>response_format</c> badly.</summary>
    Prompt,
}
