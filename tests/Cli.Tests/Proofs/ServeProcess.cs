using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Workflows.Bench.Review.Driving;

namespace Workflows.Cli.Tests.Proofs;

/// <summary><c>workflows serve</c> as a process of its own, on a free port.</summary>
internal sealed partial class ServeProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServeProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
        Http = new HttpClient { BaseAddress = address };
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public bool HasExited => _process.HasExited;

    public static async Task<ServeProcess> StartAsync(IReadOnlyDictionary<string, string> environment, string data)
    {
        Process process = Product.Start(environment, "serve", "--data", data, "--urls", "http://127.0.0.1:0");
        List<string> said = [];
        while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            said.Add(line);
            if (Listening().Match(line) is { Success: true } found)
            {
                return new ServeProcess(process, new Uri(found.Groups["url"].Value));
            }
        }

        throw new InvalidOperationException($"It did not serve: {string.Join('\n', said)}");
    }

    /// <summary>What <c>kill</c> sends when nothing else is said.</summary>
    public async Task TerminateAsync()
    {
        using Process kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The answer of a probe, or null when nothing answers.</summary>
    public async Task<HttpStatusCode?> ProbeAsync(string path)
    {
        try
        {
            using HttpResponseMessage answer = await Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    public Task<Outcome> EndAsync() => Product.EndOfAsync(_process);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    [GeneratedRegex(@"listening on (?<url>http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}
