using Microsoft.CodeAnalysis;

namespace Workflows.Analyzers.Graph;

/// <summary>That a body of code may run another.</summary>
internal readonly struct Call
{
    /// <summary>A call of a method, or the use of a field or property with an initializer.</summary>
    public Call(ISymbol target, bool isVirtual)
    {
        Target = CodeMap.KeyOf(target);
        IsVirtual = isVirtual;
    }

    /// <summary>What may be run.</summary>
    public ISymbol Target { get; }

    /// <summary>True when the object decides which implementation it is.</summary>
    public bool IsVirtual { get; }
}
