using Workflows.Cli;
using Workflows.Shared.Consultation;

namespace Workflows.Bench.Consultation.Driving;

/// <summary><c>workflows serve</c> in a process of its own, with one client of the consultations.</summary>
internal sealed class ServingHost : IAsyncDisposable
{
    /// <summary>The client.</summary>
    public const string Client = "bench";

    private const string Secret = "a secret of the benchmark";

    private readonly OtherProcess _process;
    private readonly string _folder;

    private ServingHost(OtherProcess process, Uri address, string folder)
    {
        _process = process;
        _folder = folder;
        Address = address;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts it on a free port and a data folder of its own.</summary>
    /// <param name="models">What answers it.</param>
    /// <param name="slots">Calls at once of the first small model; null: as by default.</param>
    public static async Task<ServingHost> StartAsync(SimulatedModels models, int? slots = null)
    {
        string folder = Directory.CreateTempSubdirectory("workflows-realtime-").FullName;
        Dictionary<string, string> environment = models.Environment(slots);
        environment[$"Consultations__Clients__{Client}__Secrets__0"] = Secret;
        OtherProcess process = OtherProcess.Start(typeof(CliProgram).Assembly.Location, environment, "serve", "--urls", "http://127.0.0.1:0", "--data", folder);
        return new ServingHost(process, await process.ListensAtAsync(onError: true), folder);
    }

    /// <summary>A bound key of this moment.</summary>
    public static string Key() => BoundKeys.Make(Client, Secret, TimeProvider.System.GetUtcNow());

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
