using FsCheck;
using FsCheck.Fluent;

namespace Workflows.Runtime.Engine.Journal;

public sealed class JournalModelTests
{
    [Fact]
    public void The_file_and_a_plain_dictionary_agree_after_any_operations_also_when_transactions_fail_and_the_file_is_opened_again()
    {
        Gen<JournalOperation> operation = from kind in Gen.Choose(0, JournalOperation.Kinds - 1)
                                          from who in Gen.Choose(0, 3)
                                          from text in Gen.Choose(0, 6)
                                          select new JournalOperation(kind, who, text);
        Prop.ForAll(operation.ListOf().Resize(120).ToArbitrary(), operations => Agree([.. operations])).QuickCheckThrowOnFailure();
    }

    private static void Agree(List<JournalOperation> operations)
    {
        string folder = Directory.CreateTempSubdirectory("workflows-model-").FullName;
        try
        {
            JournalModel model = new();
            long number = 0;
            foreach (JournalOperation[] part in operations.Chunk(40))
            {
                SqliteJournal journal = SqliteJournal.Open(Path.Combine(folder, "model.db"), fullSync: false);
                foreach (JournalOperation[] transaction in part.Chunk(3))
                {
                    Commit(journal, session => Array.ForEach(transaction, operation => operation.Apply(session, model, ++number)));
                    Fail(journal, transaction);
                }

                Assert.Equal(model.Lines(), journal.Read(session => JournalModel.LinesOf(session, model.Executions.Keys)));
                journal.DisposeAsync().AsTask().GetAwaiter().GetResult();
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Commit(SqliteJournal journal, Action<JournalSession> apply) => journal.CommitAsync(apply).GetAwaiter().GetResult();

    // The same operations on an empty model are refused or rolled back as a whole: nothing of them may stay in the file.
    private static void Fail(SqliteJournal journal, JournalOperation[] transaction) =>
        Assert.Throws<JournalException>(() => Commit(journal, session =>
        {
            JournalModel unused = new();
            Array.ForEach(transaction, operation => operation.Apply(session, unused, 1_000_000 + operation.Who));
            throw new InvalidOperationException("rolled back");
        }));
}
