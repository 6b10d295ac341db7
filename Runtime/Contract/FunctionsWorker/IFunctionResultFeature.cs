namespace Workflows.FunctionsWorker;

/// <summary>A run's arguments and result, as far as middleware may see and change them.</summary>
internal interface IFunctionResultFeature
{
    /// <summary>What the function returned; null while it has not run.</summary>
    object? Result { get; set; }

    /// <summary>The outputs of the result that are bound by name: each with its binding's type.</summary>
    IReadOnlyList<(string Name, string Type)> Outputs { get; }

    /// <summary>The value of an output; null while the function has not run.</summary>
    object? GetOutput(string name);

    /// <summary>Puts a value in an output's place.</summary>
    /// <exception cref="InvalidOperationException">The function has not run, or the output cannot be set.</exception>
    void SetOutput(string name, object? value);

    /// <summary>The argument that a parameter gets; made now, and not again.</summary>
    /// <exception cref="InvalidOperationException">The function has no such parameter.</exception>
    ValueTask<object?> GetArgumentAsync(string name);

    /// <summary>Puts a value in an argument's place.</summary>
    void SetArgument(string name, object? value);
}
