using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Workflows.Durable.Entities;

/// <summary>
/// The id of an entity: a name, kept in lower case, and a key, kept as it is. Its text is <c>@name@key</c>.
/// </summary>
[JsonConverter(typeof(EntityInstanceIdJsonConverter))]
public readonly struct EntityInstanceId : IEquatable<EntityInstanceId>
{
    /// <summary>Creates an id.</summary>
    /// <param name="name">The name of the entity's class or function: not empty, without <c>@</c>.</param>
    /// <param name="key">The key: any text but null.</param>
    /// <exception cref="ArgumentNullException">The name or the key is null.</exception>
    /// <exception cref="ArgumentException">The name is empty or holds an <c>@</c>.</exception>
    public EntityInstanceId(string name, string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(key);
        if (name.Contains('@', StringComparison.Ordinal))
        {
            throw new ArgumentException("The name of an entity must not hold an '@'.", nameof(name));
        }

        Name = Lower(name);
        Key = key;
    }

    /// <summary>The name, in lower case.</summary>
    public string Name { get; }

    /// <summary>The key.</summary>
    public string Key { get; }

    /// <summary>True when both ids name the same entity.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(EntityInstanceId left, EntityInstanceId right) => left.Equals(right);

    /// <summary>True when the ids name different entities.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(EntityInstanceId left, EntityInstanceId right) => !left.Equals(right);

    /// <summary>Reads the text form <c>@name@key</c>.</summary>
    /// <param name="instanceId">The text.</param>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    /// <exception cref="ArgumentException">The text is empty or not of the form <c>@name@key</c>.</exception>
    public static EntityInstanceId FromString(string instanceId)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        int second = instanceId[0] == '@' ? instanceId.IndexOf('@', 1) : -1;
        return second > 1
            ? new EntityInstanceId(instanceId[1..second], instanceId[(second + 1)..])
            : throw new ArgumentException($"'{instanceId}' is not the id of an entity; such an id reads '@name@key'.", nameof(instanceId));
    }

    /// <summary>True when both ids name the same entity: the same name apart from case and exactly the same key.</summary>
    /// <param name="other">The other id.</param>
    public bool Equals(EntityInstanceId other) => Name == other.Name && Key == other.Key;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is EntityInstanceId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Key);

    /// <summary>The text form <c>@name@key</c>.</summary>
    public override string ToString() => $"@{Name}@{Key}";

    [SuppressMessage("Globalization", "CA1308", Justification = "Lower case is the stored form of the programming model.")]
    private static string Lower(string name) => name.ToLowerInvariant();
}
