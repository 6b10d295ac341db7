using Workflows.Activities.Models;
using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Activities.Tests.Models;

public sealed class RealtimeAdmissionTests
{
    private readonly HandClock _clock = new();
    private readonly RealtimeAdmission _admission;

    public RealtimeAdmissionTests() => _admission = new RealtimeAdmission("me", _clock);

    [Fact]
    public void Without_a_block_nothing_is_admitted() => Assert.Null(_admission.TryEnter("a", 1));

    [Fact]
    public void As_many_at_once_as_the_block_has_slots()
    {
        Renew(slots: 2);
        RealtimeEntry first = _admission.TryEnter("a", 1)!;
        Assert.NotNull(_admission.TryEnter("a", 1));
        Assert.Null(_admission.TryEnter("a", 1));

        first.Dispose();
        first.Dispose();
        Assert.NotNull(_admission.TryEnter("a", 1));
        Assert.Null(_admission.TryEnter("a", 1));
    }

    [Fact]
    public void As_many_in_all_as_the_block_has_calls()
    {
        Renew(calls: 3);

        Assert.Equal(3, Enumerable.Range(0, 10).Count(_ => Call()));
    }

    [Fact]
    public void As_many_tokens_as_the_block_has()
    {
        Renew(tokens: 100);
        Assert.NotNull(_admission.TryEnter("a", 60));

        Assert.Null(_admission.TryEnter("a", 60));
        Assert.NotNull(_admission.TryEnter("a", 40));
    }

    [Fact]
    public void Tokens_that_a_call_did_not_need_are_there_again()
    {
        Renew(tokens: 100);
        _admission.TryEnter("a", 100)!.End(new ModelSendOutcome { Status = ModelSendStatus.Answered, PromptTokens = 10, CompletionTokens = 10 });

        Assert.NotNull(_admission.TryEnter("a", 80));
    }

    [Fact]
    public void Nothing_from_the_time_on_at_which_the_block_stops()
    {
        Renew(stopAfter: 27);
        _clock.Now = HandClock.Origin.AddSeconds(26.5);
        Assert.Equal(HandClock.Origin.AddSeconds(27), _admission.TryEnter("a", 1)!.SendBefore);

        _clock.Now = HandClock.Origin.AddSeconds(27);
        Assert.Null(_admission.TryEnter("a", 1));
    }

    [Fact]
    public void The_use_of_a_block_is_reported_once_another_has_taken_its_place()
    {
        Renew();
        _admission.TryEnter("a", 10)!.End(new ModelSendOutcome { Status = ModelSendStatus.Answered, PromptTokens = 3, CompletionTokens = 4 });
        _admission.TryEnter("a", 10)!.End(new ModelSendOutcome { Status = ModelSendStatus.RateLimited, RetryAfterSeconds = 5 });
        Assert.Empty(Renew().Uses);

        FleetBlockUse use = Assert.Single(_admission.Ask("a", 1, 1, 1).Uses);

        Assert.Equal(
            new FleetBlockUse { Number = 1, Calls = 2, Tokens = 17, LastSentAt = HandClock.Origin.AddSeconds(1), Served = 1, Refused = 1, RetryAfterSeconds = 5 }, use);
    }

    [Fact]
    public void Calls_under_way_count_against_the_next_block()
    {
        Renew(slots: 2);
        _admission.TryEnter("a", 1);
        FleetBlockAsk ask = Renew(slots: 1);

        Assert.Equal(1, ask.Running);
        Assert.Null(_admission.TryEnter("a", 1));
    }

    [Fact]
    public void A_block_that_comes_after_the_next_question_is_not_used_and_reported_as_unused()
    {
        FleetBlockAsk slow = _admission.Ask("a", 1, 1, 1);
        FleetBlockAsk next = _admission.Ask("a", 1, 1, 1);

        Assert.False(_admission.Accept(Block(slow.Number)));
        Assert.Equal((slow.Number, 0), (Assert.Single(next.Uses).Number, next.Uses[0].Calls));
        Assert.Null(_admission.TryEnter("a", 1));
    }

    [Fact]
    public void A_block_is_taken_into_use_once()
    {
        FleetBlockAsk ask = _admission.Ask("a", 1, 1, 1);

        Assert.True(_admission.Accept(Block(ask.Number)));
        Assert.False(_admission.Accept(Block(ask.Number)));
    }

    [Fact]
    public void Many_threads_together_get_no_more_than_there_is()
    {
        Renew(slots: 7, calls: 1_000);
        int admitted = 0;

        Parallel.For(0, 200, _ => Interlocked.Add(ref admitted, _admission.TryEnter("a", 1) is null ? 0 : 1));

        Assert.Equal(7, admitted);
    }

    [Fact]
    public async Task Room_that_comes_too_late_for_a_usual_call_goes_to_the_next_who_waits()
    {
        Renew(slots: 1);
        _admission.TryEnter("a", 1)!.End(new ModelSendOutcome { Status = ModelSendStatus.Answered, Seconds = 5 });
        RealtimeEntry running = _admission.TryEnter("a", 1)!;
        Task<RealtimeEntry?> late = EnterAsync();
        _clock.Now = HandClock.Origin.AddSeconds(7);
        Task<RealtimeEntry?> next = EnterAsync();

        running.Dispose();

        Assert.Null(await late);
        Assert.NotNull(await next);
    }

    [Fact]
    public async Task While_nothing_was_answered_who_waits_longer_is_served_first()
    {
        Renew(slots: 1);
        RealtimeEntry running = _admission.TryEnter("a", 1)!;
        Task<RealtimeEntry?> first = EnterAsync();
        _clock.Now = HandClock.Origin.AddSeconds(7);
        Task<RealtimeEntry?> next = EnterAsync();

        running.Dispose();

        Assert.NotNull(await first);
        Assert.False(next.IsCompleted);
    }

    private Task<RealtimeEntry?> EnterAsync() => _admission.EnterAsync("a", 1, TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

    private bool Call()
    {
        using RealtimeEntry? entry = _admission.TryEnter("a", 1);
        return entry is not null;
    }

    private FleetBlockAsk Renew(int slots = 8, int calls = 8, int? tokens = null, double stopAfter = 27)
    {
        FleetBlockAsk ask = _admission.Ask("a", slots, calls, tokens ?? 0);
        _admission.Accept(Block(ask.Number) with { Slots = slots, Calls = calls, Tokens = tokens, StopAt = HandClock.Origin.AddSeconds(stopAfter) });
        return ask;
    }

    private static FleetBlock Block(int number) => new() { Owner = "me", Pool = "a", Number = number, TimeoutSeconds = 30 };
}
