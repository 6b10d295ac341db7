namespace Workflows.Runtime.Engine.Activities;

/// <summary>
/// How many activities run at once. Each resource class has slots of its own, what is left of them all is everybody else's: a class that is full holds up nobody but itself, and
/// nobody else holds up a class that has room.
/// </summary>
/// <param name="total">All slots.</param>
/// <param name="classes">Those of each class; together less than all.</param>
internal sealed class ActivityLimits(int total, IReadOnlyDictionary<string, int> classes)
{
    public Dictionary<string, int> Classes { get; } = new(classes, StringComparer.Ordinal);

    /// <summary>The slots of work of no class, and of classes that have none of their own.</summary>
    public int Rest { get; } = total - classes.Values.Sum();
}
