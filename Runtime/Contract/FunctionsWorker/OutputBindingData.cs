namespace Workflows.FunctionsWorker;

/// <summary>One of several outputs of a function.</summary>
/// <typeparam name="T">Its type.</typeparam>
public abstract class OutputBindingData<T>
{
    /// <summary>Creates the object.</summary>
    protected OutputBindingData()
    {
    }

    /// <summary>What the function put out; default while it has not run. Setting it changes the output.</summary>
    public abstract T? Value { get; set; }

    /// <summary>The output's name: that of the property that holds it.</summary>
    public abstract string Name { get; }

    /// <summary>The binding's type, for example <c>queue</c> or <c>http</c>.</summary>
    public abstract string BindingType { get; }
}
