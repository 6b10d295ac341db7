using Microsoft.AspNetCore.Http;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine;
using Workflows.Runtime.Engine.Inspection;
using Workflows.Runtime.Host.Binding;
using Workflows.Runtime.Host.Monitor.Http;

namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>Lists and counts instances.</summary>
internal sealed class ListRoutes(DurableEngine engine, InstanceSearch search, InstanceTally tally, CriteriaReader criteria, KnownNames names)
{
    private const int PageSize = 50;
    private const int LargestPage = 1000;
    private const int Buckets = 60;
    private const int MostBuckets = 200;

    public void Map(MonitorApi api)
    {
        api.Get("/instances", List);
        api.Get("/instances/counts", Count);
        api.Get("/instances/histogram", Spread);
        api.Get("/instances/names", _ => MonitorJson.Of(new { names = names.All() }));
    }

    private IResult List(MonitorRequest request)
    {
        InstanceCriteria wanted = criteria.Read(request);
        InstanceSort sort = request.Choice("sort", InstanceSort.Created);
        InstancePage page;
        try
        {
            page = search.Find(wanted, wanted.ReadsTexts ? InstanceSort.Created : sort, request.Descending(absent: true), request.Top(PageSize, LargestPage), request.Text("after"));
        }
        catch (FormatException)
        {
            throw new RequestFaultException("after", "'after' must be the 'next' of a page of the same list.");
        }

        DateTimeOffset now = engine.Core.Now();
        return MonitorJson.Of(new InstancePageAnswer
        {
            Items = [.. page.Items.Select(head => InstanceItem.Of(head, now))],
            Next = page.Next,
            Now = now,
            Complete = page.SearchedTo is null,
            SearchedTo = page.SearchedTo,
        });
    }

    private IResult Count(MonitorRequest request)
    {
        long version = engine.Core.Watch.Version;
        StatusCounts counts = tally.Count(criteria.Read(request) with { Statuses = null });
        return MonitorJson.Of(new CountsAnswer(counts.Total, ByName(counts.ByStatus), version, engine.Core.Now(), counts.IsComplete));
    }

    private IResult Spread(MonitorRequest request)
    {
        Histogram histogram = tally.Spread(criteria.Read(request), (int)request.Number("buckets", Buckets, 1, MostBuckets));
        return MonitorJson.Of(new HistogramAnswer(
            histogram.From, histogram.To, histogram.Buckets.Count == 0 ? null : histogram.Width.TotalSeconds, histogram.IsComplete,
            [.. histogram.Buckets.Select(bucket => new BucketAnswer(bucket.Start, ByName(bucket.ByStatus)))]));
    }

    public static IReadOnlyDictionary<string, long> ByName(IReadOnlyDictionary<OrchestrationRuntimeStatus, long> counts) =>
        counts.ToDictionary(count => count.Key.ToString(), count => count.Value);
}
