namespace Workflows.Orchestrations.Expressions;

/// <summary>
/// How a number of workers is shared among batches that are begun one after the other: a worker that a batch has no chunk for goes to the next one, so that no batch is waited for. Both sides count the same way:
/// a batch keeps as many chunks running as it has workers, until it has none left.
/// </summary>
/// <param name="sizes">How many chunks each batch has.</param>
internal sealed class BatchShares(IReadOnlyList<int> sizes)
{
    private readonly int[] _workers = new int[sizes.Count];
    private readonly int[] _ended = new int[sizes.Count];
    private int _begun;

    /// <summary>Hands workers out.</summary>
    /// <param name="workers">How many are free.</param>
    /// <param name="isWorthwhile">Whether a batch is to be begun at all.</param>
    /// <returns>Which batch gets how many, and whether it is to be begun with them.</returns>
    public IReadOnlyList<(int Batch, int Workers, bool Begins)> Share(int workers, Func<int, bool> isWorthwhile)
    {
        List<(int, int, bool)> shares = [];
        for (int batch = 0; batch < _begun && workers > 0; batch++)
        {
            Give(batch, false);
        }

        while (_begun < sizes.Count && workers > 0)
        {
            int batch = _begun++;
            if (isWorthwhile(batch))
            {
                Give(batch, true);
            }
            else
            {
                _ended[batch] = sizes[batch];
            }
        }

        return shares;

        void Give(int batch, bool begins)
        {
            int given = Math.Min(workers, sizes[batch] - _ended[batch] - _workers[batch]);
            if (given > 0)
            {
                _workers[batch] += given;
                workers -= given;
                shares.Add((batch, given, begins));
            }
        }
    }

    /// <summary>Takes in that a chunk of a batch has ended.</summary>
    /// <param name="batch">The batch.</param>
    /// <returns>How many workers it has no chunk for any more.</returns>
    public int Ended(int batch)
    {
        _ended[batch]++;
        int free = Math.Max(0, _workers[batch] - (sizes[batch] - _ended[batch]));
        _workers[batch] -= free;
        return free;
    }
}
