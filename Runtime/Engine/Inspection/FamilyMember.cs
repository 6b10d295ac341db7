using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Inspection;

/// <summary>An instance and how many others it started.</summary>
internal sealed record FamilyMember(InstanceRecord Head, long ChildCount);
