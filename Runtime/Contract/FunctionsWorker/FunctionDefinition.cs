using System.Collections.Immutable;

namespace Workflows.FunctionsWorker;

/// <summary>A function as the host knows it.</summary>
public abstract class FunctionDefinition
{
    /// <summary>For derived classes.</summary>
    protected FunctionDefinition()
    {
    }

    /// <summary>The parameters of the method, in order.</summary>
    public abstract ImmutableArray<FunctionParameter> Parameters { get; }

    /// <summary>The path of the assembly that holds the method.</summary>
    public abstract string PathToAssembly { get; }

    /// <summary>The full name of the method.</summary>
    public abstract string EntryPoint { get; }

    /// <summary>The id of the function.</summary>
    public abstract string Id { get; }

    /// <summary>The name of the function.</summary>
    public abstract string Name { get; }

    /// <summary>Trigger and inputs by the name of the parameter.</summary>
    public abstract IImmutableDictionary<string, BindingMetadata> InputBindings { get; }

    /// <summary>Outputs by their name.</summary>
    public abstract IImmutableDictionary<string, BindingMetadata> OutputBindings { get; }
}
