using System.Text;
using Workflows.Shared.Interview;
using Workflows.Shared.Interview.Stages;
using Workflows.Shared.Interview.Uploads;

namespace Workflows.Cli.Interviews;

/// <summary>Answers from standard input, typed or piped: each ends with an empty line.</summary>
internal sealed class TypedAnswers(CliConsole console) : IAnswerSource, IDisposable
{
    private readonly StreamReader _reader = new(console.Input, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
    private Task<string?>? _line;

    public bool IsPerson => true;

    public async Task<GivenAnswer?> NextAsync(PlannedStage stage, CancellationToken stop)
    {
        if (console.InputIsTerminal && stage.Number == 1)
        {
            console.Write("(An answer ends with an empty line. Ctrl-C stops; the interview is kept.)");
        }

        StringBuilder answer = new();
        while (await LineAsync(stop) is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                answer.Append(line.TrimEnd()).Append('\n');
            }
            else if (answer.Length > 0)
            {
                break;
            }

            if (answer.Length > InterviewRules.LongestAnswer)
            {
                throw CliException.BadUsage($"the answer is longer than {InterviewRules.LongestAnswer:N0} characters; the interview is kept, give the same command again");
            }
        }

        return answer.Length == 0 ? null : new GivenAnswer(new AnswerUpload { Stage = stage.Key, Text = answer.ToString() }, TimeSpan.Zero);
    }

    public string Exhausted(PlannedStage stage) => $"standard input has ended before stage {stage.Number}";

    public void Dispose() => _reader.Dispose();

    /// <summary>A read of a terminal cannot be cancelled: so the wait for it is, and the line is there for whoever asks next.</summary>
    private async Task<string?> LineAsync(CancellationToken stop)
    {
        _line ??= Task.Run(_reader.ReadLine, CancellationToken.None);
        string? line = await _line.WaitAsync(stop);
        _line = null;
        return line;
    }
}
