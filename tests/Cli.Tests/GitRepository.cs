using System.Diagnostics;

namespace Workflows.Cli.Tests;

/// <summary>A repository in a folder, worked on by the real git and untouched by the machine's settings.</summary>
internal sealed class GitRepository
{
    private readonly string _folder;

    public GitRepository(string folder)
    {
        _folder = folder;
        Run("init", "-q", "-b", "main");
        Write("readme.txt", "one\n");
        Commit("first");
    }

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    public void Commit(params string[] paragraphs)
    {
        Run("add", "-A");
        Run(["commit", "-q", .. paragraphs.SelectMany(text => (string[])["-m", text])]);
    }

    public void Run(params string[] arguments)
    {
        ProcessStartInfo start = new("git") { WorkingDirectory = _folder };
        foreach (string argument in (string[])["-c", "core.autocrlf=false", "-c", "user.name=t", "-c", "user.email=t@example.org", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["GIT_CONFIG_GLOBAL"] = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        using Process process = Process.Start(start)!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
