using Workflows.Shared.PullRequestReview.Diffs;

namespace Workflows.Cli.Inputs;

/// <summary>What a branch has that its base has not: <c>BASE...HEAD</c> of a repository.</summary>
internal sealed class GitRange
{
    private const int MaxLogBytes = 4 * 1024 * 1024;

    private readonly GitProcess _git;
    private readonly string _base;

    /// <summary>Names the range.</summary>
    /// <exception cref="CliException">The folder or the reference cannot be one.</exception>
    public GitRange(string folder, string baseReference)
    {
        if (string.IsNullOrWhiteSpace(folder) || !Directory.Exists(folder))
        {
            throw CliException.BadUsage($"--repo: there is no folder '{folder}'");
        }

        // A reference that begins with '-' would be an option to git; the rest no reference may have.
        if (baseReference.Length is 0 or > 1_000 || baseReference[0] == '-' || baseReference.Any(c => char.IsControl(c) || c == ' ') || baseReference.Contains("..", StringComparison.Ordinal))
        {
            throw CliException.BadUsage($"--base: '{baseReference}' is not the name of a branch or commit");
        }

        _git = new GitProcess(folder);
        _base = baseReference;
    }

    /// <summary>The diff, in git's plain form whatever the user's settings are.</summary>
    /// <exception cref="CliException">Git refuses, or nothing differs.</exception>
    /// <exception cref="InvalidDiffException">It is too large.</exception>
    public async Task<string> DiffAsync(CancellationToken cancellation)
    {
        byte[] bytes = await _git.RunAsync(
            [
                "-c", "core.quotepath=true", "-c", "diff.suppressBlankEmpty=false",
                "diff", "--no-ext-diff", "--no-color", "--no-textconv", "--src-prefix=a/", "--dst-prefix=b/", "--unified=3", "--inter-hunk-context=0",
                "--submodule=short", "-O/dev/null", $"{_base}...HEAD", "--",
            ],
            DiffText.MaxBytes,
            cancellation);
        return bytes.Length == 0 ? throw CliException.BadUsage($"--base: HEAD has no changes against '{_base}'") : DiffText.Decode(bytes);
    }

    /// <summary>The only commit's subject and body, or the branch's name.</summary>
    public async Task<GitMessage> MessageAsync(CancellationToken cancellation)
    {
        byte[] log = await _git.RunAsync(
            ["log", "--no-show-signature", "--no-color", "--encoding=UTF-8", "--max-count=2", "-z", "--format=%s%n%b", $"{_base}..HEAD", "--"], MaxLogBytes, cancellation);
        int end = log.IndexOf((byte)0);
        if (log.Length > 0 && (end < 0 || end == log.Length - 1))
        {
            string[] parts = DiffText.Decode(log.AsSpan(0, end < 0 ? log.Length : end)).Split('\n', 2);
            string body = parts.Length > 1 ? parts[1].Trim() : "";
            return new GitMessage(parts[0].Trim(), body.Length == 0 ? null : body);
        }

        byte[] branch = await _git.RunAsync(["rev-parse", "--abbrev-ref", "HEAD"], MaxLogBytes, cancellation);
        string name = DiffText.Decode(branch).Trim();
        return new GitMessage(name is "" or "HEAD" ? null : name, null);
    }
}
