using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Workflows.Cli.Inputs;

/// <summary>Runs the git on the path in a repository, with a list of arguments and no shell.</summary>
internal sealed class GitProcess(string folder)
{
    private const int MaxErrorBytes = 16 * 1024;

    // What a repository's own settings could make git run, or wait for, is off.
    private static readonly string[] Fixed = ["--no-pager", "-c", "core.fsmonitor=false"];

    /// <summary>Runs a command of git.</summary>
    /// <returns>What it wrote.</returns>
    /// <exception cref="CliException">Git is missing, refuses, or writes more than allowed.</exception>
    public async Task<byte[]> RunAsync(IReadOnlyList<string> arguments, int maxBytes, CancellationToken cancellation)
    {
        using Process process = Start(arguments);
        try
        {
            process.StandardInput.Close();
            Task<string> errors = ReadErrorsAsync(process.StandardError.BaseStream, cancellation);
            byte[] output = await BoundedFile.ReadAsync(process.StandardOutput.BaseStream, "the diff of the repository", maxBytes, cancellation);
            string said = await errors;
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode == 0 ? output : throw CliException.BadUsage($"git: {FirstLine(said, process.ExitCode)}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private Process Start(IReadOnlyList<string> arguments)
    {
        ProcessStartInfo start = new("git") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])["-C", Path.GetFullPath(folder), .. Fixed, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["LC_ALL"] = "C";
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw CliException.BadUsage("--repo: git cannot be started; install it, or give a diff file", e);
        }
    }

    /// <summary>Reads to the end, so that git never waits for its reader, and keeps the beginning.</summary>
    private static async Task<string> ReadErrorsAsync(Stream stream, CancellationToken cancellation)
    {
        byte[] kept = new byte[MaxErrorBytes];
        byte[] rest = new byte[4096];
        int length = await stream.ReadAtLeastAsync(kept, kept.Length, throwOnEndOfStream: false, cancellation);
        while (await stream.ReadAsync(rest, cancellation) > 0)
        {
            // What exceeds the kept beginning is dropped.
        }

        return Encoding.UTF8.GetString(kept, 0, length);
    }

    private static string FirstLine(string text, int exitCode)
    {
        string? line = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
        return line is null ? $"exit code {exitCode}" : line.StartsWith("fatal: ", StringComparison.Ordinal) ? line["fatal: ".Length..] : line;
    }
}
