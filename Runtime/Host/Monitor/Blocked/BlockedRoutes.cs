using Microsoft.AspNetCore.Http;
using Workflows.Runtime.Engine;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Host.Monitor.Http;
using Workflows.Runtime.Host.Monitor.Instances;

namespace Workflows.Runtime.Host.Monitor.Blocked;

/// <summary>Answers why an instance waits: follows what it waits for down to the instance that waits for no other one.</summary>
internal sealed class BlockedRoutes(DurableEngine engine, WaitReader waits)
{
    private const int MostLevels = 30;
    private const int MostWaits = 20;

    public void Map(MonitorApi api) => api.Get("/instances/{id}/blocked", ShowAsync);

    private async Task<IResult> ShowAsync(MonitorRequest request)
    {
        InstanceRecord head = engine.Journal.Read(session => InstanceFinder.Head(session, request));
        DateTimeOffset now = engine.Core.Now();
        List<BlockedLevel> chain = [];
        HashSet<string> seen = [];
        for (InstanceRecord? at = head; at is { IsEnded: false } && seen.Add(at.Id) && chain.Count < MostLevels;)
        {
            IReadOnlyList<WaitAnswer> all = await waits.ReadAsync(at, request.Aborted);
            List<WaitAnswer> shown = [.. all.Take(MostWaits).Select(wait => wait with { Summary = WaitWords.Of(wait, now) })];
            chain.Add(new BlockedLevel(at.Id, at.Name, at.Status.ToString(), shown, all.Count > MostWaits ? all.Count - MostWaits : null));
            at = shown is [{ Kind: WaitKinds.SubOrchestration, Target: { } child }, ..]
                ? engine.Journal.Read(session => InstanceTable.Read(session, child, full: false))
                : null;
        }

        BlockedLevel? leaf = chain.LastOrDefault();
        return MonitorJson.Of(new BlockedAnswer(
            head.Id, head.Status.ToString(), First(chain.FirstOrDefault())?.Since, now, leaf, First(leaf)?.Summary, chain));
    }

    private static WaitAnswer? First(BlockedLevel? level) => level?.Waits is [var first, ..] ? first : null;
}
