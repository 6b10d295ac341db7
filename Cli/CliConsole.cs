using System.Text;
using Workflows.Shared.PullRequestReview.Diffs;

namespace Workflows.Cli;

/// <summary>The three streams of the process. Results go to <see cref="Output"/> alone; everything said to people goes to the error stream.</summary>
internal sealed class CliConsole
{
    private const int MaxLine = 1_000;

    private readonly Lock _gate = new();
    private Action<string>? _detour;
    private Func<string, string>? _form;

    /// <summary>Standard input, as bytes.</summary>
    public required Stream Input { get; init; }

    /// <summary>True when a person types the input.</summary>
    public bool InputIsTerminal { get; init; }

    /// <summary>Standard output; UTF-8 wherever it goes.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Standard error.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>True when the error stream can show a moving progress bar.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>The console of this process.</summary>
    public static CliConsole OfThisProcess()
    {
        UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
        return new CliConsole
        {
            Input = Console.OpenStandardInput(),
            InputIsTerminal = !Console.IsInputRedirected,
            Output = new StreamWriter(Console.OpenStandardOutput(), utf8) { AutoFlush = true, NewLine = "\n" },
            Error = Console.Error,
            ErrorIsTerminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not "dumb",
        };
    }

    /// <summary>Says one line to the person. Text from outside cannot break out of the line nor steer the terminal.</summary>
    public void Say(string message)
    {
        string line = OneLine(message);
        Write(_form is { } form ? form(line) : $"workflows: {line}");
    }

    /// <summary>Writes a line to the error stream as it is.</summary>
    /// <param name="line">The line, without its end.</param>
    public void Write(string line)
    {
        lock (_gate)
        {
            if (_detour is { } write)
            {
                write(line);
            }
            else
            {
                Error.WriteLine(line);
            }
        }
    }

    /// <summary>From now on what is said to people has another form, since the error stream is a log for programs.</summary>
    /// <param name="form">Makes a line of a message.</param>
    public void SpeakAs(Func<string, string> form) => _form = form;

    /// <summary>While something draws on the terminal, lines take their way through it.</summary>
    /// <param name="write">Writes a line; null: straight to the error stream again.</param>
    public void Detour(Action<string>? write)
    {
        lock (_gate)
        {
            _detour = write;
        }
    }

    /// <summary>Outside text as one harmless line.</summary>
    public static string OneLine(string text)
    {
        string joined = string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Replace('\t', ' ');
        string shown = Printable.Line(joined);
        return shown.Length <= MaxLine ? shown : string.Concat(shown.AsSpan(0, MaxLine), "…");
    }
}
