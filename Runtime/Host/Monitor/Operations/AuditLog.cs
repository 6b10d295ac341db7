using Workflows.Runtime.Engine;
using Workflows.Runtime.Engine.HostTables;
using Workflows.Runtime.Host.Monitor.Access;

namespace Workflows.Runtime.Host.Monitor.Operations;

/// <summary>Notes what is done by hand. An operation is noted before it is carried out, so that none goes unnoted when the process dies.</summary>
internal sealed class AuditLog(HostTables tables, DurableEngine engine)
{
    /// <returns>The number of the note.</returns>
    public Task<long> BeginAsync(MonitorCaller caller, string operation, string? target, string? details) =>
        AddAsync(caller, operation, target, details, AuditOutcomes.Running, null);

    /// <param name="id">The number of the note.</param>
    /// <param name="outcome">How it went.</param>
    /// <param name="message">What its answer said.</param>
    /// <param name="target">What it was done to, where that is known only now.</param>
    public Task EndAsync(long id, string outcome, string? message, string? target = null) =>
        tables.WriteAsync(session => AuditTable.End(session, id, target, outcome, message));

    public Task NoteAsync(MonitorCaller caller, string operation, string? details, string outcome, string? message) =>
        AddAsync(caller, operation, null, details, outcome, message);

    /// <summary>Newest first.</summary>
    public Task<List<AuditRow>> ListAsync(string? target, string? operation, string? who, long before, int top) =>
        tables.ReadAsync(session => AuditTable.List(session, target, operation, who, before, top));

    private Task<long> AddAsync(MonitorCaller caller, string operation, string? target, string? details, string outcome, string? message)
    {
        AuditRow row = new(
            0, engine.Core.Now(), caller.Who, caller.Role == MonitorRole.Operator ? "operator" : "viewer", caller.From, operation, target, details, outcome, message);
        return tables.WriteAsync(session => AuditTable.Add(session, row));
    }
}
