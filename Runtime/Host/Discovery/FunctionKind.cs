namespace Workflows.Runtime.Host.Discovery;

/// <summary>What triggers a function.</summary>
internal enum FunctionKind
{
    Orchestration,
    Activity,
    Entity,
    Http,
    Timer,
    Queue,
}
