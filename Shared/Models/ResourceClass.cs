namespace Workflows.Shared.Models;

/// <summary>
/// The resource that a piece of work takes up (I2). Activities carry it as the tag <see cref="Tag"/>: on the embedded host each class that has a limit
/// (<c>Workflows:ResourceClasses:NAME</c>) has its own queue and slots; on the Functions host, which has no such thing, the fleet's pools alone limit.
/// Pools carry it as <c>Models:Pools:NAME:ResourceClass</c>. Any name can be used: a second GPU is a class of its own.
/// </summary>
public static class ResourceClass
{
    /// <summary>The key of the activities' tag.</summary>
    public const string Tag = "resourceClass";

    /// <summary>Work of a model on the GPU. A model is loaded there once: two pools of this class with one model are two names of one server.</summary>
    public const string Gpu = "gpu";

    /// <summary>Work of a model on the processors, where several copies of a model may be loaded.</summary>
    public const string Cpu = "cpu";

    /// <summary>Whether a class can be used in keys, metrics and names of files: 1 to 32 lower-case letters, digits and hyphens, a letter first.</summary>
    /// <param name="name">The class's name.</param>
    public static bool IsName(string? name) =>
        name is { Length: > 0 and <= 32 } && char.IsAsciiLetterLower(name[0]) && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-');
}
