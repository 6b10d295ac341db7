using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Workflows.Bench.Runtime.Measuring;

namespace Workflows.Bench.Runtime.Measures;

/// <summary>How long the published program takes from its start to its first accepted request.</summary>
internal sealed class StartUp : IMeasure
{
    private const double Limit = 0.5;
    private const int Starts = 11;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(2);

    public string Name => "start";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchSettings settings)
    {
        using WorkFolder folder = WorkFolder.Create();
        string program = settings.Verb == Name && settings.Words.Count > 0 ? settings.Words[0] : await PublishAsync(Path.Combine(folder.Location, "published"));
        List<double> fresh = [];
        List<double> again = [];
        for (int start = 0; start < Starts; start++)
        {
            string data = Path.Combine(folder.Location, $"data-{start}");
            fresh.Add(await StartAsync(program, data));
            again.Add(await StartAsync(program, data));
            Progress.Say($"{Name}: {fresh[^1]:F3} s with a new data folder, {again[^1]:F3} s with the same again");
        }

        Figure figure = new()
        {
            Measure = Name,
            Name = "exec to first accepted request, new data folder",
            Value = new Sample(fresh.Skip(1)).Median,
            Unit = "s",
            Limit = Limit,
        };
        return [figure, figure with { Name = "the same, data folder there", Value = new Sample(again.Skip(1)).Median }];
    }

    private static async Task<string> PublishAsync(string target)
    {
        string root = Root(AppContext.BaseDirectory);
        Progress.Say("start: publishing Cli");
        using ChildProcess publish = ChildProcess.Start("dotnet", ["publish", Path.Combine(root, "Cli"), "-c", "Release", "-o", target, "--nologo", "-v", "q"]);
        return await publish.EndAsync() == 0 ? Path.Combine(target, "workflows") : throw new InvalidOperationException("Cli could not be published.");
    }

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "Workflows.sln"))
        ? folder
        : Root(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("This program is not within its repository: name the published program after the verb."));

    private static async Task<double> StartAsync(string program, string data)
    {
        int port = FreePort();
        Uri list = new($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}/runtime/webhooks/durabletask/instances?top=1");
        Stopwatch clock = Stopwatch.StartNew();
        using ChildProcess process = ChildProcess.Start(program, ["serve", "--urls", list.GetLeftPart(UriPartial.Authority), "--data", data], quiet: true);
        using HttpClient http = new();
        while (!await AnswersAsync(http, list))
        {
            if (process.HasEnded || clock.Elapsed > Patience)
            {
                throw new InvalidOperationException($"{program} serve did not answer a request.");
            }

            await Task.Delay(BetweenTries);
        }

        return clock.Elapsed.TotalSeconds;
    }

    private static async Task<bool> AnswersAsync(HttpClient http, Uri address)
    {
        try
        {
            using HttpResponseMessage answer = await http.GetAsync(address);
            answer.EnsureSuccessStatusCode();
            return true;
        }
        catch (HttpRequestException e) when (e.StatusCode is null)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
