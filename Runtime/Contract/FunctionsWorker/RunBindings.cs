namespace Workflows.FunctionsWorker;

/// <summary>The views of a run that <see cref="FunctionContextBindingFeatureExtensions"/> gives.</summary>
internal static class RunBindings
{
    public sealed class Result(IFunctionResultFeature run) : InvocationResult
    {
        public override object? Value
        {
            get => run.Result;
            set => run.Result = value;
        }
    }

    public sealed class Result<T>(IFunctionResultFeature run) : InvocationResult<T>
    {
        public override T? Value
        {
            get => (T?)run.Result;
            set => run.Result = value;
        }
    }

    public sealed class Output<T>(IFunctionResultFeature run, string name, string type) : OutputBindingData<T>
    {
        public override string Name => name;

        public override string BindingType => type;

        public override T? Value
        {
            get => (T?)run.GetOutput(name);
            set => run.SetOutput(name, value);
        }
    }

    public sealed class Input<T>(IFunctionResultFeature run, BindingMetadata binding, T? value) : InputBindingData<T>
    {
        private T? _value = value;

        public override BindingMetadata BindingMetadata => binding;

        public override T? Value
        {
            get => _value;
            set
            {
                _value = value;
                run.SetArgument(binding.Name, value);
            }
        }
    }
}
