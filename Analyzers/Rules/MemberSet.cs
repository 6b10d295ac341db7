namespace Workflows.Analyzers.Rules;

/// <summary>Members of a type, as <see cref="OrchestrationRule.Members"/> names them.</summary>
internal sealed class MemberSet
{
    private readonly bool _all;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Reads a list.</summary>
    public MemberSet(string names)
    {
        foreach (string name in names.Split(' '))
        {
            _all |= name[0] is '*' or '-';
            _names.Add(name.TrimStart('-'));
        }
    }

    /// <summary>Whether a member is in the set.</summary>
    public bool Contains(string name) => _all ? !_names.Contains(name) : _names.Contains(name);
}
