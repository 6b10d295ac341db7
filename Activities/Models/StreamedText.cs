using System.Text;
using Workflows.Shared.Models;

namespace Workflows.Activities.Models;

/// <summary>Shows an answer while it is written: each attempt is one run of the feed.</summary>
internal sealed class StreamedText(TokenFeed feed, ModelStream stream)
{
    /// <summary>No text that is shown is longer; and what is read again and again has to be short.</summary>
    private const int LongestContent = 16_384;

    private readonly StringBuilder _content = new();
    private long _run = feed.Begin(stream.Topic);
    private string _told = "";

    /// <summary>Takes in what comes next of the content.</summary>
    public void Add(string piece)
    {
        if (_content.Length + piece.Length > LongestContent)
        {
            return;
        }

        string text = StreamedField.Read(_content.Append(piece).ToString(), stream.Field);
        if (!text.StartsWith(_told, StringComparison.Ordinal))
        {
            // What looked like the answer was none.
            _run = feed.Begin(stream.Topic);
            _told = "";
        }

        feed.Add(stream.Topic, _run, text[_told.Length..]);
        _told = text;
    }
}
