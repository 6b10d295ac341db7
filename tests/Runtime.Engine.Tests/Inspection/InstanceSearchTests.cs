using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Client;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Engine.Testing;

namespace Workflows.Runtime.Engine.Inspection;

/// <summary>Lists over made-up files, held against the same question asked of a plain list in memory.</summary>
public sealed class InstanceSearchTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly SearchBudget Endless = new(TimeProvider.System, TimeSpan.FromHours(1));

    private readonly string _folder = Directory.CreateTempSubdirectory("workflows-search-").FullName;
    private readonly SqliteJournal _journal;

    public InstanceSearchTests() => _journal = SqliteJournal.Open(Path.Combine(_folder, "search.db"), fullSync: false);

    public async ValueTask DisposeAsync()
    {
        await _journal.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Every_order_and_filter_pages_through_exactly_what_a_plain_list_holds(int seed)
    {
        Random random = new(seed);
        List<InstanceRecord> all = await FillAsync(random, 300);
        InstanceSearch search = new(_journal, Endless);
        for (int round = 0; round < 200; round++)
        {
            InstanceCriteria criteria = Criteria(random);
            InstanceSort sort = criteria.ReadsTexts ? InstanceSort.Created : random.GetItems(Enum.GetValues<InstanceSort>(), 1)[0];
            bool descending = random.Next(2) == 0;

            List<string> told = [];
            string? next = null;
            do
            {
                InstancePage page = search.Find(criteria, sort, descending, random.Next(1, 40), next);
                told.AddRange(page.Items.Select(head => head.Id));
                next = page.Next;
            }
            while (next is not null);

            List<InstanceRecord> expected = [.. all.Where(head => Matches(criteria, head))];
            expected.Sort((one, other) => descending ? Compare(sort, other, one) : Compare(sort, one, other));
            Assert.Equal(expected.Select(head => head.Id), told);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Counts_and_histograms_of_every_filter_hold_what_a_plain_list_holds(int seed)
    {
        Random random = new(seed);
        List<InstanceRecord> all = await FillAsync(random, 300);
        InstanceTally tally = new(_journal, Endless);
        for (int round = 0; round < 200; round++)
        {
            InstanceCriteria criteria = Criteria(random);

            StatusCounts counts = tally.Count(criteria);
            Histogram histogram = tally.Spread(criteria, 13);

            List<InstanceRecord> expected = [.. all.Where(head => Matches(criteria, head))];
            Assert.Equal(expected.GroupBy(head => head.Status).ToDictionary(group => group.Key, group => group.LongCount()), counts.ByStatus);
            Assert.Equal(expected.Count, histogram.Buckets.Sum(bucket => bucket.ByStatus.Values.Sum()));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task What_is_found_does_not_depend_on_what_is_looked_up(int seed)
    {
        Random random = new(seed);
        List<InstanceRecord> all = await FillAsync(random, 300);
        for (int round = 0; round < 100; round++)
        {
            InstanceCriteria criteria = Criteria(random);
            IEnumerable<string> expected = all.Where(head => Matches(criteria, head)).Select(head => head.Id).Order(StringComparer.Ordinal);
            for (int ways = 0; ways < 8; ways++)
            {
                InstanceFilter filter = criteria.ToFilter(new Lookups((ways & 1) != 0, (ways & 2) != 0, (ways & 4) != 0));

                List<string> found = _journal.Read(session => session.QueryOnce($"SELECT id FROM {filter.From} WHERE {filter.Where}", filter.Arguments, row => row.GetString(0)));

                Assert.Equal(expected, found.Order(StringComparer.Ordinal));
            }
        }
    }

    [Fact]
    public async Task An_old_hours_changes_are_looked_up_by_their_ends_and_the_table_is_not_gone_through()
    {
        await FillAsync(new Random(5), 10);
        InstanceCriteria hour = InstanceCriteria.All with { UpdatedFrom = Start, UpdatedTo = Start.AddHours(1) };

        List<string> list = Plan("SELECT instances.rowid", hour, Lookup(hour, InstanceSort.Name, descending: true), " ORDER BY name DESC, created DESC, id DESC LIMIT 51");
        List<string> counts = Plan("SELECT status, COUNT(*)", hour, _journal.Read(session => Lookups.ForCount(session, hour)), " GROUP BY +status");
        List<string> byChange = Plan("SELECT instances.rowid", hour, Lookup(hour, InstanceSort.Updated, descending: true), $" AND {SortPlan.Of(InstanceSort.Updated, hour)[0].Branches[0].Where} ORDER BY completed DESC, id DESC LIMIT 51");

        Assert.All([list, counts], plan =>
        {
            Assert.Contains(plan, step => step.Contains("instances_completed (completed>? AND completed<?)", StringComparison.Ordinal));
            Assert.Contains(plan, step => step.Contains("instances_heads (status=? AND created<?)", StringComparison.Ordinal));
            Assert.Contains(plan, step => step == "SEARCH instances USING INTEGER PRIMARY KEY (rowid=?)");
        });
        Assert.Equal(["SEARCH instances USING INDEX instances_completed (completed>? AND completed<?)"], byChange);
    }

    [Fact]
    public async Task What_is_added_while_pages_are_turned_moves_no_page()
    {
        List<InstanceRecord> all = await FillAsync(new Random(7), 60);
        InstanceSearch search = new(_journal, Endless);
        InstancePage first = search.Find(InstanceCriteria.All, InstanceSort.Created, descending: true, 20, null);

        await _journal.CommitAsync(session => InstanceTable.Insert(session, Head("newer", 1_000, Start.AddDays(9))));
        InstancePage second = search.Find(InstanceCriteria.All, InstanceSort.Created, descending: true, 100, first.Next);

        Assert.Equal(all.Select(head => head.Id).Order(), first.Items.Concat(second.Items).Select(head => head.Id).Order());
    }

    [Fact]
    public async Task A_search_whose_time_is_up_says_how_far_it_came_and_goes_on_from_there()
    {
        await FillAsync(new Random(5), 2500, text: i => i == 10 ? "needle" : "hay");
        VirtualTime time = new();
        InstanceSearch search = new(_journal, new SearchBudget(time, TimeSpan.Zero));
        InstanceCriteria criteria = InstanceCriteria.All with { Text = "NEEDLE" };

        InstancePage first = search.Find(criteria, InstanceSort.Created, descending: true, 10, null);
        InstancePage second = search.Find(criteria, InstanceSort.Created, descending: true, 10, first.Next);
        InstancePage third = search.Find(criteria, InstanceSort.Created, descending: true, 10, second.Next);

        Assert.Empty(first.Items);
        Assert.True(first.SearchedTo > second.SearchedTo);
        Assert.Single(third.Items);
        Assert.Null(third.Next);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("W10")]
    [InlineData("WyJDcmVhdGVkIiwiZCIsIjAiLCJuMSJd")]
    [InlineData("WyJJZCIsImQiLCIwIiwidHgiXQ")]
    public async Task A_place_that_is_none_of_the_list_is_refused(string after)
    {
        await FillAsync(new Random(5), 3);

        Assert.Throws<FormatException>(() => new InstanceSearch(_journal, Endless).Find(InstanceCriteria.All, InstanceSort.Created, descending: true, 10, after));
    }

    [Fact]
    public async Task Counts_and_histogram_hold_every_instance_once()
    {
        List<InstanceRecord> all = await FillAsync(new Random(11), 400);
        InstanceTally tally = new(_journal, Endless);

        StatusCounts counts = tally.Count(InstanceCriteria.All);
        StatusCounts texts = tally.Count(InstanceCriteria.All with { Text = "a" });
        Histogram histogram = tally.Spread(InstanceCriteria.All, 13);
        Histogram roots = tally.Spread(InstanceCriteria.All with { RootsOnly = true }, 13);

        Assert.Equal(all.GroupBy(head => head.Status).ToDictionary(group => group.Key, group => group.LongCount()), counts.ByStatus);
        Assert.Equal(all.Count(head => Contains(head, "a")), texts.Total);
        Assert.True(texts.IsComplete);
        Assert.Equal(400, histogram.Buckets.Sum(bucket => bucket.ByStatus.Values.Sum()));
        Assert.Equal(all.Count(head => head.Parent is null), roots.Buckets.Sum(bucket => bucket.ByStatus.Values.Sum()));
        Assert.Equal(
            Buckets(all, histogram).OrderBy(bucket => bucket.Key).Select(bucket => (bucket.Key, bucket.Count())), histogram.Buckets.Select(bucket => (bucket.Start, (int)bucket.ByStatus.Values.Sum())));
        Assert.All(histogram.Buckets, bucket => Assert.InRange(bucket.Start, histogram.From!.Value, histogram.To!.Value));
        Assert.Equal(all.Select(head => head.Name).Distinct().Order(StringComparer.Ordinal), tally.Names());
    }

    [Fact]
    public async Task An_older_file_gets_the_indices_that_it_lacks_when_it_is_opened_to_be_worked_on()
    {
        await FillAsync(new Random(3), 5);
        await _journal.CommitAsync(session => session.Run("DROP INDEX instances_name; DROP INDEX instances_completed; DROP INDEX instances_heads; CREATE INDEX instances_status ON instances(status, completed); CREATE INDEX instances_state ON instances(status, created, id);"));
        await _journal.DisposeAsync();

        await using SqliteJournal again = SqliteJournal.Open(Path.Combine(_folder, "search.db"), fullSync: false);

        List<string> indices = again.Read(session => session.Query("SELECT name FROM sqlite_master WHERE type = 'index' AND name LIKE 'instances%' ORDER BY name", row => row.GetString(0)));
        Assert.Equal(["instances_completed", "instances_created", "instances_duration", "instances_heads", "instances_name", "instances_parent", "instances_tagged"], indices);
        Assert.Equal(5, new InstanceSearch(again, Endless).Find(InstanceCriteria.All, InstanceSort.Updated, descending: true, 10, null).Items.Count);
    }

    private Lookups Lookup(InstanceCriteria criteria, InstanceSort sort, bool descending) => _journal.Read(session => Lookups.ForPage(session, criteria, sort, descending));

    /// <summary>How SQLite goes about a query.</summary>
    private List<string> Plan(string select, InstanceCriteria criteria, Lookups lookups, string rest)
    {
        InstanceFilter filter = criteria.ToFilter(lookups);
        return _journal.Read(session => session.QueryOnce($"EXPLAIN QUERY PLAN {select} FROM {filter.From} WHERE {filter.Where}{rest}", filter.Arguments, row => row.GetString(3)));
    }

    private static IEnumerable<IGrouping<DateTimeOffset, InstanceRecord>> Buckets(IEnumerable<InstanceRecord> all, Histogram histogram) =>
        all.GroupBy(head => histogram.From!.Value + (histogram.Width * ((head.Created - histogram.From.Value).Ticks / histogram.Width.Ticks)));

    private static InstanceCriteria Criteria(Random random) => new()
    {
        Statuses = random.Next(3) == 0 ? random.GetItems(Enum.GetValues<OrchestrationRuntimeStatus>(), random.Next(1, 4)) : null,
        Names = random.Next(3) == 0 ? random.GetItems(new[] { "A", "B", "C", "Z" }, random.Next(1, 3)).Distinct().ToList() : null,
        IdPrefix = random.Next(4) == 0 ? random.GetItems(new[] { "a", "b%", "ü", "b_", "zz" }, 1)[0] : null,
        CreatedFrom = random.Next(4) == 0 ? Start.AddMinutes(random.Next(200)) : null,
        CreatedTo = random.Next(4) == 0 ? Start.AddMinutes(random.Next(100, 400)) : null,
        UpdatedFrom = random.Next(5) == 0 ? Start.AddMinutes(random.Next(200)) : null,
        UpdatedTo = random.Next(5) == 0 ? Start.AddMinutes(random.Next(100, 400)) : null,
        RootsOnly = random.Next(4) == 0,
        Text = random.Next(4) == 0 ? random.GetItems(new[] { "LPHA", "100%", "a_b", "\\", "\"" }, 1)[0] : null,
        Tags = random.Next(4) == 0 ? [KeyValuePair.Create("team", random.GetItems(new[] { null, "red", "b\"lue", "green" }, 1)[0])] : null,
    };

    private static bool Matches(InstanceCriteria criteria, InstanceRecord head) =>
        (criteria.Statuses is not { Count: > 0 } || criteria.Statuses.Contains(head.Status))
        && (criteria.Names is null || criteria.Names.Contains(head.Name))
        && (criteria.IdPrefix is null || head.Id.StartsWith(criteria.IdPrefix, StringComparison.Ordinal))
        && !(head.Created < criteria.CreatedFrom) && !(head.Created > criteria.CreatedTo) && !(head.Updated < criteria.UpdatedFrom) && !(head.Updated > criteria.UpdatedTo)
        && (!criteria.RootsOnly || head.Parent is null)
        && (criteria.Text is null || Contains(head, criteria.Text))
        && (criteria.Tags is null || criteria.Tags.All(tag => head.Tags?.TryGetValue(tag.Key, out string? value) == true && (tag.Value is null || tag.Value == value)));

    private static bool Contains(InstanceRecord head, string text) =>
        head.Input?.Contains(text, StringComparison.OrdinalIgnoreCase) == true || head.Output?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;

    private static int Compare(InstanceSort sort, InstanceRecord one, InstanceRecord other)
    {
        int order = sort switch
        {
            InstanceSort.Updated => one.Updated.CompareTo(other.Updated),
            InstanceSort.Completed => (one.Completed ?? DateTimeOffset.MaxValue, one.Completed is null ? one.Created : Start).CompareTo((other.Completed ?? DateTimeOffset.MaxValue, other.Completed is null ? other.Created : Start)),
            InstanceSort.Duration => Duration(one).CompareTo(Duration(other)),
            InstanceSort.Name => string.CompareOrdinal(one.Name, other.Name),
            InstanceSort.Status => string.CompareOrdinal(one.Status.ToString(), other.Status.ToString()),
            _ => 0,
        };
        order = order == 0 && sort is (InstanceSort.Created or InstanceSort.Name or InstanceSort.Status) ? one.Created.CompareTo(other.Created) : order;
        return order != 0 ? order : string.CompareOrdinal(one.Id, other.Id);
    }

    /// <summary>Those that have not ended come as the longest, the oldest as the longest of all.</summary>
    private static (bool IsOpen, long Ticks) Duration(InstanceRecord head) =>
        head.Completed is { } completed ? (false, (completed - head.Created).Ticks) : (true, -head.Created.UtcTicks);

    private static InstanceRecord Head(string id, long execution, DateTimeOffset created) => new()
    {
        Id = id, Execution = execution, Name = "A", Status = OrchestrationRuntimeStatus.Pending, Created = created, Updated = created,
    };

    private async Task<List<InstanceRecord>> FillAsync(Random random, int count, Func<int, string>? text = null)
    {
        List<InstanceRecord> all = [];
        await _journal.CommitAsync(session =>
        {
            for (int i = 0; i < count; i++)
            {
                all.Add(Add(session, random, i, text));
            }
        });
        return all;
    }

    private static InstanceRecord Add(JournalSession session, Random random, int number, Func<int, string>? text)
    {
        DateTimeOffset created = Start.AddMinutes(text is null ? random.Next(300) : number);
        string? team = random.GetItems(new[] { null, "red", "b\"lue" }, 1)[0];
        string large = random.Next(5) == 0 ? new string('x', JournalSchema.LargePayload) : string.Empty;
        InstanceRecord head = Head(random.GetItems(new[] { "a", "b%", "b_", "ü", "\ud83d\ude00" }, 1)[0] + number, number + 1, created) with
        {
            Name = random.GetItems(new[] { "A", "B", "C" }, 1)[0],
            Input = text?.Invoke(number) ?? random.GetItems(new[] { null, "\"alpha\"" + large, "100% of \\ a_b", "beta" }, 1)[0],
            Tags = team is null ? null : new Dictionary<string, string> { ["other"] = "team", ["team"] = team },
            Parent = random.Next(2) == 0 ? "parent" : null,
        };
        InstanceTable.Insert(session, head);
        DateTimeOffset later = created.AddMinutes(random.Next(0, 100));
        OrchestrationRuntimeStatus status = random.GetItems(
            [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended], 1)[0];
        head = head with { Status = status, Updated = later };
        if (!head.IsEnded)
        {
            InstanceTable.Advance(session, head.Id, status, later, 1);
            return head;
        }

        string? output = random.GetItems(new[] { null, "gamma", "alpha" }, 1)[0];
        InstanceTable.End(session, head.Id, status, later, 1, output, null);
        return head with { Completed = later, Output = output };
    }
}
