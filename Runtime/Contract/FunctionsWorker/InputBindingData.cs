namespace Workflows.FunctionsWorker;

/// <summary>An argument of a function before it runs.</summary>
/// <typeparam name="T">Its type.</typeparam>
public abstract class InputBindingData<T>
{
    /// <summary>Creates the object.</summary>
    protected InputBindingData()
    {
    }

    /// <summary>The binding that the argument comes from.</summary>
    public abstract BindingMetadata BindingMetadata { get; }

    /// <summary>The argument. Setting it gives the function another one.</summary>
    public abstract T? Value { get; set; }
}
