using Workflows.Runtime.Engine;
using Workflows.Runtime.Host.Binding;
using Workflows.Runtime.Host.Http;
using Workflows.Runtime.Host.Monitor.Http;

namespace Workflows.Runtime.Host.Monitor.Fleet;

/// <summary>Shows the fleet, now and over the last hour.</summary>
internal sealed class FleetRoutes(DurableEngine engine, IMonitorFleet? fleet, FleetSampler? sampler)
{
    private const int MostMinutes = 60;

    public void Map(MonitorApi api)
    {
        api.Get("/fleet", async request =>
        {
            MonitorFleet seen = await (fleet ?? throw None()).ReadAsync(request.Aborted);
            return MonitorJson.Of(new FleetAnswer(engine.Core.Now(), seen.Fleets, seen.Pools));
        });
        api.Get("/fleet/series", request => MonitorJson.Of((sampler ?? throw None()).Series((int)request.Number("minutes", MostMinutes, 1, MostMinutes), Step(request))));
    }

    private static int Step(MonitorRequest request) => request.Number("step", FleetSampler.StepSeconds, 1, 60) switch
    {
        10 => 10,
        30 => 30,
        60 => 60,
        _ => throw new RequestFaultException("step", "'step' must be 10, 30 or 60 seconds."),
    };

    private static RefusedException None() => RefusedException.NotFound("This application has no fleet.");
}
