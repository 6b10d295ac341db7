namespace Workflows.Runtime.Engine.Journal;

/// <summary>A turn took in something that the file does not hold any more: it is not written, or a fact would be recorded twice.</summary>
internal sealed class StaleTurnException(string what) : Exception($"{what} has been taken in before, or its addressee was removed.");
