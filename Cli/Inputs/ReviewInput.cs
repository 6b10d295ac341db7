using Workflows.Shared.PullRequestReview;
using Workflows.Shared.PullRequestReview.Diffs;

namespace Workflows.Cli.Inputs;

/// <summary>What to review, as the command line named it.</summary>
internal sealed class ReviewInput(CliConsole console)
{
    /// <summary>The most that a description or the rules may have, in bytes.</summary>
    public const int MaxTextBytes = 1024 * 1024;

    private const int MaxTitle = 1_000;
    private const string StandardInput = "-";

    public string? File { get; init; }

    public string? Repository { get; init; }

    public string? Base { get; init; }

    public string? Title { get; init; }

    public string? DescriptionFile { get; init; }

    public string? RulesFile { get; init; }

    /// <summary>Reads it all.</summary>
    /// <exception cref="CliException">Something cannot be read, or the options contradict each other.</exception>
    /// <exception cref="InvalidDiffException">The diff is too large.</exception>
    public async Task<ReviewRequest> ReadAsync(CancellationToken cancellation)
    {
        Check();
        string? description = await TextAsync(DescriptionFile, "--description", cancellation);
        string? rules = await TextAsync(RulesFile, "--rules", cancellation);
        return Repository is null
            ? new ReviewRequest { Diff = await DiffAsync(cancellation), Title = Title, Description = description, Rules = rules, Source = Source() }
            : await FromGitAsync(Repository, description, rules, cancellation);
    }

    private void Check()
    {
        if (Repository is null != Base is null)
        {
            throw CliException.BadUsage("--repo and --base go together: --repo DIR --base REF");
        }

        if (File is not null && Repository is not null)
        {
            throw CliException.BadUsage("give a diff file or --repo, not both");
        }

        if (File is null && Repository is null)
        {
            throw CliException.BadUsage("name a diff file, - for standard input, or --repo DIR --base REF; see: workflows review --help");
        }

        if (Title?.Length > MaxTitle)
        {
            throw CliException.BadUsage($"--title is longer than {MaxTitle} characters");
        }
    }

    private async Task<string> DiffAsync(CancellationToken cancellation)
    {
        if (File == StandardInput && console.InputIsTerminal)
        {
            console.Say("reading the diff from standard input; end it with Ctrl-D");
        }

        byte[] bytes = File == StandardInput
            ? await BoundedFile.ReadAsync(console.Input, "the diff", DiffText.MaxBytes, cancellation)
            : await BoundedFile.ReadAsync(File!, "the diff", DiffText.MaxBytes, cancellation);
        return DiffText.Decode(bytes);
    }

    private async Task<ReviewRequest> FromGitAsync(string repository, string? description, string? rules, CancellationToken cancellation)
    {
        GitRange range = new(repository, Base!);
        string diff = await range.DiffAsync(cancellation);
        GitMessage? message = Title is null || description is null ? await range.MessageAsync(cancellation) : null;
        return new ReviewRequest
        {
            Diff = diff,
            Title = Title ?? Cut(message?.Title, MaxTitle),
            Description = description ?? Cut(message?.Body, MaxTextBytes),
            Rules = rules,
            Source = $"{Path.GetFileName(Path.GetFullPath(repository).TrimEnd(Path.DirectorySeparatorChar))} {Base}...HEAD",
        };
    }

    private string Source() => File == StandardInput ? StandardInput : Path.GetFileName(File!);

    private static string? Cut(string? text, int length) => text?.Length > length ? text[..length] : text;

    private static async Task<string?> TextAsync(string? file, string option, CancellationToken cancellation) =>
        file is null ? null : DiffText.Decode(await BoundedFile.ReadAsync(file, option, MaxTextBytes, cancellation));
}
