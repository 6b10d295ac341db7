namespace Workflows.Activities.Models;

/// <summary>
/// What models write while they write it, for readers in the same process: the activity that sends puts it in, whoever shows it looks again and again. It is a convenience and nothing durable: the whole answer comes by the
/// call's result. Safe for many threads; bounded, so that what nobody reads costs little.
/// </summary>
public sealed class TokenFeed
{
    /// <summary>The most topics that are kept; the oldest go first.</summary>
    public const int MostTopics = 2_048;

    private const int LongestText = 8_192;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, TokenFeedText> _texts = new(StringComparer.Ordinal);
    private readonly Queue<(string Topic, long Run)> _order = new();
    private long _runs;

    /// <summary>An attempt begins: what another one has written for the topic is gone.</summary>
    /// <param name="topic">What it is written for.</param>
    /// <returns>The attempt's number, greater than all before.</returns>
    public long Begin(string topic)
    {
        lock (_gate)
        {
            _texts[topic] = new TokenFeedText(++_runs, "");
            _order.Enqueue((topic, _runs));
            while (_texts.Count > MostTopics && _order.TryDequeue(out (string Topic, long Run) oldest))
            {
                if (_texts.TryGetValue(oldest.Topic, out TokenFeedText? text) && text.Run == oldest.Run)
                {
                    _texts.Remove(oldest.Topic);
                }
            }

            return _runs;
        }
    }

    /// <summary>Puts in what an attempt has written; nothing, when another one has begun meanwhile.</summary>
    /// <param name="topic">What it is written for.</param>
    /// <param name="run">The attempt.</param>
    /// <param name="text">What comes next.</param>
    public void Add(string topic, long run, string text)
    {
        lock (_gate)
        {
            if (_texts.TryGetValue(topic, out TokenFeedText? before) && before.Run == run && before.Text.Length + text.Length <= LongestText)
            {
                _texts[topic] = before with { Text = before.Text + text };
            }
        }
    }

    /// <summary>What the latest attempt has written; null: none is known.</summary>
    /// <param name="topic">What it is written for.</param>
    public TokenFeedText? Read(string topic)
    {
        lock (_gate)
        {
            return _texts.GetValueOrDefault(topic);
        }
    }
}
