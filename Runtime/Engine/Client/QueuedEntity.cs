using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Client;

/// <summary>An entity with the number of messages that wait for it.</summary>
internal sealed record QueuedEntity(EntityRecord Record, int Waiting);
