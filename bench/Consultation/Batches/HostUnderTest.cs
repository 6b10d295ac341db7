using System.Globalization;
using System.Text.Json;
using Workflows.Bench.Consultation.Driving;

namespace Workflows.Bench.Consultation.Batches;

/// <summary>The host with its queue, killed at will and started again on the same data folder. Whoever talks to it while it is dead waits for the next one.</summary>
internal sealed class HostUnderTest(string folder, IReadOnlyDictionary<string, string> environment, double timeScale) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private OtherProcess? _process;
    private Uri? _address;

    /// <summary>Where it listens now.</summary>
    public Uri Address => _address ?? throw new InvalidOperationException("It has not been started.");

    /// <summary>Starts it, or the next one after a kill.</summary>
    public async Task StartAsync()
    {
        await _turn.WaitAsync();
        try
        {
            await LaunchAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Kills it in the middle of whatever it does, and starts the next one.</summary>
    public async Task KillAsync()
    {
        // Not in turn: a kill waits for nobody.
        await _process!.KillAsync();
        await StartAsync();
    }

    /// <summary>A bound key by the host's clock.</summary>
    public Task<string> KeyAsync(string client) => AskAsync($"key {client}");

    /// <summary>Puts a message on the queue; it is sent again when the host dies before it says that it has it.</summary>
    public Task SendAsync(string message) => AskAsync($"queue {JsonSerializer.Serialize(message)}");

    /// <summary>Has it end in order.</summary>
    public async Task EndAsync()
    {
        await _process!.Input.WriteLineAsync("end");
        await _process.Input.FlushAsync();
        while (await _process.ReadLineAsync() is not null)
        {
            // What it still says is of no interest.
        }
    }

    public async ValueTask DisposeAsync()
    {
        _turn.Dispose();
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    private async Task LaunchAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _process = OtherProcess.Start(typeof(HostUnderTest).Assembly.Location, environment, "host", folder, timeScale.ToString(CultureInfo.InvariantCulture));
        _address = await _process.ListensAtAsync(onError: false);
    }

    private async Task<string> AskAsync(string line)
    {
        while (true)
        {
            await _turn.WaitAsync();
            try
            {
                await _process!.Input.WriteLineAsync(line);
                await _process.Input.FlushAsync();
                if (await _process.ReadLineAsync() is { } answer)
                {
                    return answer;
                }
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                // It was killed; the next one is asked.
            }
            finally
            {
                _turn.Release();
            }

            await Task.Delay(50);
        }
    }
}
