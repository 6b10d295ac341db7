using Microsoft.CodeAnalysis;

namespace Workflows.Analyzers.Rules;

/// <summary>One rule: a list of members that an orchestrator must not use, and what no list can tell.</summary>
internal abstract class OrchestrationRule
{
    /// <summary>The category of all rules.</summary>
    public const string Category = "Determinism";

    /// <summary>What is reported. The message's {0} is the call, {1} how it is reached.</summary>
    public abstract DiagnosticDescriptor Rule { get; }

    /// <summary>
    /// The members, by type. A key is a type's full name without type parameters (types that derive from it or implement it count too) or a
    /// namespace followed by <c>.*</c>; a value names the members (<c>new</c>: the constructors), <c>*</c> all, <c>-Name</c> all but that.
    /// </summary>
    public virtual IReadOnlyDictionary<string, string> Members { get; } = new Dictionary<string, string>();

    /// <summary>Judges an operation that is in no rule's list.</summary>
    /// <returns>The name of the call that breaks the rule; null when none does.</returns>
    public virtual string? Judge(IOperation operation, IAssemblySymbol assembly) => null;
}
