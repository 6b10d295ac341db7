using System.Diagnostics;
using System.Globalization;

namespace Workflows.Tests;

/// <summary>
/// Azurite's queues and blobs on free ports of this machine, for the tests of one assembly. They are skipped where it is not installed:
/// test.sh installs it from tests/azurite where Node is.
/// </summary>
public sealed class Azurite : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private const string Account = "tests";

    private static readonly string Key = Convert.ToBase64String("a key of this process alone"u8);

    private static readonly string[] Services = ["--blobHost", "127.0.0.1", "--blobPort", "0", "--queueHost", "127.0.0.1", "--queuePort", "0", "--tableHost", "127.0.0.1", "--tablePort", "0"];

    private Process? _process;
    private string? _blobs;
    private string? _queues;
    private string? _missing;
    private int _names;

    /// <summary>The account's connection string; skips the test when there is none.</summary>
    public string ConnectionString
    {
        get
        {
            Assert.SkipWhen(_missing is not null, _missing ?? string.Empty);
            return $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint={_blobs}/{Account};QueueEndpoint={_queues}/{Account};";
        }
    }

    public async ValueTask InitializeAsync()
    {
        string? script = Script();
        if (script is null)
        {
            _missing = "Azurite is not installed: run npm ci in tests/azurite, as test.sh does where Node is.";
            return;
        }

        try
        {
            _process = Process.Start(new ProcessStartInfo("node", [script, .. Services, "--inMemoryPersistence", "--disableTelemetry"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Path.GetTempPath(),
                Environment = { ["AZURITE_ACCOUNTS"] = $"{Account}:{Key}" },
            });
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            _missing = $"Node cannot be started: {e.Message}";
            return;
        }

        TaskCompletionSource<string> blobs = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource<string> queues = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _process!.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                blobs.TrySetException(new InvalidOperationException("Azurite ended before it listened."));
                queues.TrySetException(new InvalidOperationException("Azurite ended before it listened."));
            }
            else if (line.Data.IndexOf("listening at http://", StringComparison.Ordinal) is >= 0 and int at)
            {
                TaskCompletionSource<string>? address = line.Data.Contains("Blob", StringComparison.Ordinal) ? blobs : line.Data.Contains("Queue", StringComparison.Ordinal) ? queues : null;
                address?.TrySetResult(line.Data[(at + "listening at ".Length)..].Trim());
            }
        };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        _blobs = await blobs.Task.WaitAsync(Patience);
        _queues = await queues.Task.WaitAsync(Patience);
    }

    /// <summary>A name that no other test has.</summary>
    public string NewName() => string.Create(CultureInfo.InvariantCulture, $"test-{Interlocked.Increment(ref _names)}-");

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
    }

    private static string? Script()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string script = Path.Combine(folder.FullName, "tests", "azurite", "node_modules", "azurite", "dist", "src", "azurite.js");
            if (File.Exists(script))
            {
                return script;
            }
        }

        return null;
    }
}
