using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workflows.FunctionsWorker.Builder;
using Workflows.Runtime.Host;

namespace Workflows.Bench.Monitor;

/// <summary>Asks a host with a large data file over loopback, and holds the times against what is promised.</summary>
internal static class Measurement
{
    /// <summary>The number of instances that the limits are for.</summary>
    private const int Promised = 100_000;

    private const string Api = "/monitor/api";
    private const int DeepPages = 40;

    /// <returns>The exit code: 1 when a limit is broken.</returns>
    public static async Task<int> RunAsync(string folder, int instances, int rounds)
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder([]);
        builder.Logging.ClearProviders();
        builder.ConfigureEmbeddedHost(options =>
        {
            options.DataFolder = folder;
            options.Urls = "http://127.0.0.1:0";
            options.Assemblies.Add(typeof(Measurement).Assembly);
        });
        using IHost host = builder.Build();
        await host.StartAsync();
        string address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using HttpClient http = new() { BaseAddress = new Uri(address) };
        bool held = instances <= Promised;
        int broken = 0;
        Console.WriteLine($"{instances:N0} instances, data file {new FileInfo(Path.Combine(folder, EmbeddedHostOptions.DataFileName)).Length / 1_048_576:N0} MB; median and worst of {rounds} and mean processor time of client and host, in ms; limits hold for {Promised:N0}");
        foreach (Question question in Question.All)
        {
            broken += await AskAsync(http, question, rounds, held) ? 0 : 1;
        }

        broken += await TurnPagesAsync(http) ? 0 : 1;
        Console.WriteLine($"Passed: {Question.All.Count + 1 - broken}, Failed: {broken}");
        await host.StopAsync();
        return broken == 0 ? 0 : 1;
    }

    /// <returns>False when a limit that holds is broken.</returns>
    private static async Task<bool> AskAsync(HttpClient http, Question question, int rounds, bool held)
    {
        List<double> times = [];
        TimeSpan spent = TimeSpan.Zero;
        for (int round = 0; round <= rounds; round++)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            long began = Stopwatch.GetTimestamp();
            using HttpResponseMessage answer = await http.GetAsync(new Uri(Api + question.Route, UriKind.Relative));
            _ = await answer.Content.ReadAsByteArrayAsync();
            answer.EnsureSuccessStatusCode();
            if (answer.Content.Headers.ContentType?.MediaType != "application/json")
            {
                throw new InvalidOperationException($"{question.Route} was not answered by the API.");
            }

            // The first one compiles and warms up.
            if (round > 0)
            {
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                spent += Environment.CpuUsage.TotalTime - before;
            }
        }

        times.Sort();
        double median = times[times.Count / 2];
        bool kept = question.LimitMilliseconds is not { } limit || median <= limit;
        string verdict = question.LimitMilliseconds is null ? string.Empty : kept ? "kept" : held ? "BROKEN" : "above";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{question.Name,-40} {median,9:F1} {times[^1],9:F1} {spent.TotalMilliseconds / rounds,9:F1}   {(question.LimitMilliseconds is { } most ? $"≤ {most:F0}" : string.Empty),-6} {verdict}"));
        return kept || !held;
    }

    /// <summary>Turns many pages: the last must cost no more than the first, by far, and none may tell an instance twice.</summary>
    private static async Task<bool> TurnPagesAsync(HttpClient http)
    {
        HashSet<string> seen = [];
        List<double> times = [];
        string? next = null;
        int told = 0;
        for (int page = 0; page < DeepPages; page++)
        {
            long began = Stopwatch.GetTimestamp();
            JsonElement answer = JsonSerializer.Deserialize<JsonElement>(
                await http.GetStringAsync(new Uri($"{Api}/instances?top=1000&sort=updated{(next is null ? string.Empty : $"&after={next}")}", UriKind.Relative)));
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            foreach (JsonElement item in answer.GetProperty("items").EnumerateArray())
            {
                seen.Add(item.GetProperty("id").GetString()!);
                told++;
            }

            if (!answer.TryGetProperty("next", out JsonElement more))
            {
                break;
            }

            next = more.GetString();
        }

        bool same = seen.Count == told;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"pages of 1,000 by updated: first {times[0]:F1} ms, page {times.Count} {times[^1]:F1} ms; {told:N0} told, {seen.Count:N0} different {(same ? "kept" : "BROKEN")}"));
        return same;
    }
}
