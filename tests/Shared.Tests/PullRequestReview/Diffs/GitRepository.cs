using System.Diagnostics;

namespace Workflows.Shared.Tests.PullRequestReview.Diffs;

/// <summary>A repository in a temporary folder, worked on by the real git and untouched by the machine's settings.</summary>
internal sealed class GitRepository : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("diff-tests-");

    public GitRepository() => Run("init", "-q");

    /// <summary>True when git can be started.</summary>
    public static bool IsAvailable
    {
        get
        {
            try
            {
                using var process = Process.Start(new ProcessStartInfo("git", "--version") { RedirectStandardOutput = true });
                process!.WaitForExit();
                return process.ExitCode == 0;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return false;
            }
        }
    }

    /// <summary>Makes the work tree hold exactly these files and commits it.</summary>
    public void Commit(IReadOnlyDictionary<string, string> files)
    {
        foreach (var file in _folder.EnumerateFiles())
        {
            file.Delete();
        }

        foreach (var (name, text) in files)
        {
            File.WriteAllText(Path.Combine(_folder.FullName, name), text);
        }

        Run("add", "-A");
        Run("commit", "-q", "--allow-empty", "-m", "change");
    }

    public byte[] Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = _folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["-c", "core.autocrlf=false", "-c", "user.name=t", "-c", "user.email=t@example.org", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["GIT_CONFIG_GLOBAL"] = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        using var process = Process.Start(start)!;
        using var output = new MemoryStream();
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"git {string.Join(' ', arguments)} ended with {process.ExitCode}: {errors.Result}");
        return output.ToArray();
    }

    public void Dispose()
    {
        foreach (var file in _folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            file.Attributes = FileAttributes.Normal;
        }

        _folder.Delete(recursive: true);
    }
}
