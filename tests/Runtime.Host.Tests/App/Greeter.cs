namespace Workflows.Runtime.Host.App;

/// <summary>A service with a life of one run.</summary>
internal sealed class Greeter(Journey journey) : IDisposable
{
    public string Greet(string name) => $"Hello {name}";

    public void Dispose() => journey.Steps.Enqueue("greeter disposed");
}
