using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Client;

/// <summary>Lists instances page by page, in the order of their creation.</summary>
internal sealed class InstanceList(EngineCore engine)
{
    private const int LargestPage = 10_000;

    public AsyncPageable<OrchestrationMetadata> Find(OrchestrationQuery? filter) =>
        Pageable.Create<OrchestrationMetadata>((token, pageSize, cancellation) =>
        {
            cancellation.ThrowIfCancellationRequested();
            int size = Size(pageSize ?? filter?.PageSize);
            bool full = filter?.FetchInputsAndOutputs == true;
            InstanceFilter where = new InstanceFilter().CreatedFrom(filter?.CreatedFrom).CreatedTo(filter?.CreatedTo)
                .IdPrefix(filter?.InstanceIdPrefix).Statuses(filter?.Statuses);
            Page<InstanceRecord> page = Read(where, token ?? filter?.ContinuationToken, size, full);
            return Task.FromResult(new Page<OrchestrationMetadata>(
                [.. page.Values.Select(head => InstanceMetadata.Listed(head, full ? engine.Converter : null))], page.ContinuationToken));
        });

    public Page<string> FindIds(
        IEnumerable<OrchestrationRuntimeStatus>? statuses, DateTimeOffset? completedFrom, DateTimeOffset? completedTo, int pageSize, string? token)
    {
        InstanceFilter where = new InstanceFilter().CompletedFrom(completedFrom).CompletedTo(completedTo).Statuses(statuses);
        Page<InstanceRecord> page = Read(where, token, Size(pageSize), full: false);
        return new Page<string>([.. page.Values.Select(head => head.Id)], page.ContinuationToken);
    }

    private static int Size(int? asked) => asked is > 0 ? Math.Min(asked.Value, LargestPage) : OrchestrationQuery.DefaultPageSize;

    private Page<InstanceRecord> Read(InstanceFilter where, string? token, int size, bool full)
    {
        if (token is { Length: > 0 })
        {
            (long created, string id) = ContinuationToken.Read(token);
            where.After(created, id);
        }

        List<InstanceRecord> heads = engine.Journal.Read(session => InstanceTable.List(session, where.Where, where.Arguments, size, full));
        return new Page<InstanceRecord>(heads, heads.Count == size ? ContinuationToken.Write(heads[^1].Created, heads[^1].Id) : null);
    }
}
