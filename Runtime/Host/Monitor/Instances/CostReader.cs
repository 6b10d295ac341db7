using Workflows.Runtime.Engine.Inspection;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>Sums up what an instance and all below it have cost.</summary>
/// <param name="costs">Reads outputs; null: the application tells no cost.</param>
/// <param name="time">The real clock.</param>
internal sealed class CostReader(IMonitorCosts? costs, TimeProvider time)
{
    private const int MostInstances = 5_000;

    private readonly CostCache _counted = new(time);

    /// <returns>Null when nothing was spent, or the application does not tell.</returns>
    public CostAnswer? Of(JournalSession session, InstanceRecord head) =>
        costs is null || costs.Orchestrators.Count == 0 ? null : _counted.Of(head, () => Count(session, head.Id, costs));

    private static CostCount Count(JournalSession session, string instance, IMonitorCosts costs)
    {
        FamilyOutputs family = InstanceFamily.Outputs(session, instance, costs.Orchestrators, MostInstances);
        List<ModelCostAnswer> models = [.. family.Outputs.SelectMany(costs.Read)
            .GroupBy(cost => (cost.Pool, cost.Model))
            .Select(group => new ModelCostAnswer(
                group.Key.Model, group.Key.Pool, group.Sum(cost => cost.Calls), group.Sum(cost => cost.PromptTokens), group.Sum(cost => cost.CompletionTokens),
                Math.Round(group.Sum(cost => cost.Seconds), 3), Sum(group.Select(cost => cost.Price))))
            .OrderByDescending(cost => cost.Calls).ThenBy(cost => cost.Pool, StringComparer.Ordinal)];
        CostAnswer? sum = models.Count == 0
            ? null
            : new CostAnswer(
                models.Sum(cost => cost.Calls), models.Sum(cost => cost.PromptTokens), models.Sum(cost => cost.CompletionTokens),
                Math.Round(models.Sum(cost => cost.Seconds), 3), Sum(models.Select(cost => cost.Price)), family.IsComplete, models);
        return new CostCount(sum, !family.HasOpen);
    }

    private static decimal? Sum(IEnumerable<decimal?> prices)
    {
        List<decimal?> known = [.. prices.Where(price => price is not null)];
        return known.Count == 0 ? null : known.Sum();
    }
}
