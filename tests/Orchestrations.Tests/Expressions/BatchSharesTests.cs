using FsCheck;
using FsCheck.Fluent;
using Workflows.Orchestrations.Expressions;

namespace Workflows.Orchestrations.Tests.Expressions;

public sealed class BatchSharesTests
{
    /// <summary>Chunks end in any order; at each moment as many run as there are workers, or all that are left.</summary>
    [Fact]
    public void No_worker_is_idle_while_a_chunk_waits_and_none_is_doubled() => Prop.ForAll(
        Gen.Choose(1, 8).ArrayOf(6).ToArbitrary(), Gen.Choose(1, 12).ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (int[] sizes, int workers, int seed) =>
        {
            Random order = new(seed);
            BatchShares shares = new(sizes);
            int[] given = new int[sizes.Length];
            int[] ended = new int[sizes.Length];
            Take(shares.Share(workers, _ => true));
            while (ended.Sum() < sizes.Sum())
            {
                Assert.Equal(Math.Min(workers, sizes.Sum() - ended.Sum()), Enumerable.Range(0, sizes.Length).Sum(Running));
                int[] busy = [.. Enumerable.Range(0, sizes.Length).Where(batch => Running(batch) > 0)];
                int batch = busy[order.Next(busy.Length)];
                ended[batch]++;
                Take(shares.Share(shares.Ended(batch), _ => true));
            }

            int Running(int batch) => Math.Min(given[batch], sizes[batch] - ended[batch]);

            void Take(IReadOnlyList<(int Batch, int Workers, bool Begins)> handed)
            {
                foreach ((int batch, int more, bool begins) in handed)
                {
                    Assert.Equal(given[batch] == 0, begins);
                    given[batch] += more;
                }
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_batch_that_is_not_worth_it_is_not_begun_and_its_workers_go_on()
    {
        BatchShares shares = new([2, 2, 2]);

        Assert.Equal([(0, 2, true), (2, 1, true)], shares.Share(3, batch => batch != 1));
    }
}
