using Workflows.Activities.Models;
using Workflows.Runtime.Engine.Testing;
using Workflows.Shared.Models;
using Workflows.Simulator;
using Workflows.Simulator.Profiles;

namespace Workflows.Activities.Tests.Models;

public sealed class SimulatorFaultTests
{
    private static readonly FaultSetting Once = new() { Next = 1 };

    public static TheoryData<FaultKind, ModelSendStatus> Outcomes => new()
    {
        { FaultKind.Http429, ModelSendStatus.RateLimited },
        { FaultKind.Http503, ModelSendStatus.Unavailable },
        { FaultKind.RejectSchema, ModelSendStatus.SchemaRejected },
        { FaultKind.Http500, ModelSendStatus.Unavailable },
        { FaultKind.Cut, ModelSendStatus.Unavailable },
        { FaultKind.EmptyContent, ModelSendStatus.Invalid },
        { FaultKind.BrokenJson, ModelSendStatus.Invalid },
        { FaultKind.JsonInReasoning, ModelSendStatus.Answered },
        { FaultKind.FencedJson, ModelSendStatus.Answered },
        { FaultKind.Chinese, ModelSendStatus.Invalid },
    };

    [Fact]
    public async Task A_sound_simulator_answers_and_is_told_apart_from_a_model()
    {
        var time = new VirtualTime();
        using var simulator = ModelBench.Simulator(time);
        using var bench = new ModelBench(new HandlerModelTransport(simulator, SimulatorHandler.Endpoint), time);

        var outcome = await bench.RunAsync();

        Assert.Equal((ModelSendStatus.Answered, true, "gptoss", null), (outcome.Status, outcome.Simulated, outcome.Model, outcome.Error));
        Assert.True(outcome is { PromptTokens: > 0, CompletionTokens: > 0 });
    }

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task A_fault_becomes_its_outcome(FaultKind fault, ModelSendStatus expected)
    {
        var time = new VirtualTime();
        using var simulator = ModelBench.Simulator(time, Faults(fault));
        using var bench = new ModelBench(new HandlerModelTransport(simulator, SimulatorHandler.Endpoint), time);

        var outcome = await bench.RunAsync();

        Assert.Equal(expected, outcome.Status);
        Assert.Equal(1, simulator.Models["gptoss"].Counters.Faults[fault.ToString()]);
    }

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task Over_a_socket_a_fault_becomes_the_same_outcome(FaultKind fault, ModelSendStatus expected)
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions(), TimeProvider.System, TestContext.Current.CancellationToken);
        server.Models["gptoss"].Update(profile => profile with { Latency = LatencyProfile.Fixed(0), Faults = Faults(fault) });
        using var transport = new HttpModelTransport(server.Endpoint);
        using var bench = new ModelBench(transport, new VirtualTime());

        Assert.Equal(expected, (await bench.RunAsync()).Status);
    }

    [Theory]
    [InlineData(FaultKind.Http429)]
    [InlineData(FaultKind.Http503)]
    public async Task The_simulators_retry_after_is_handed_on(FaultKind fault)
    {
        var time = new VirtualTime();
        using var simulator = ModelBench.Simulator(time, Faults(fault));
        using var bench = new ModelBench(new HandlerModelTransport(simulator, SimulatorHandler.Endpoint), time);

        Assert.Equal(1, (await bench.RunAsync()).RetryAfterSeconds);
    }

    [Fact]
    public async Task A_server_that_hangs_is_given_up_and_sees_that()
    {
        var time = new VirtualTime();
        var simulator = ModelBench.Simulator(time, Faults(FaultKind.Hang));
        using var gate = new Gate(simulator);
        using var bench = new ModelBench(new HandlerModelTransport(gate, SimulatorHandler.Endpoint), time);
        var running = bench.RunAsync();
        await gate.Passed;

        bench.Time.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(ModelSendStatus.TimedOut, (await running).Status);
        Assert.Equal(1, simulator.Models["gptoss"].Counters.Cancelled);
    }

    [Fact]
    public async Task A_rejected_schema_is_answered_when_it_stands_in_the_prompt()
    {
        var time = new VirtualTime();
        using var simulator = ModelBench.Simulator(time, new FaultSettings { RejectSchema = new FaultSetting { Rate = 1 } });
        using var bench = new ModelBench(new HandlerModelTransport(simulator, SimulatorHandler.Endpoint), time);

        var outcome = await bench.RunAsync(bench.Send() with { UseResponseFormat = false });

        Assert.NotEqual(ModelSendStatus.SchemaRejected, outcome.Status);
        Assert.Equal(1, simulator.Models["gptoss"].Counters.Completed);
    }

    private static FaultSettings Faults(FaultKind kind) => kind switch
    {
        FaultKind.Http429 => new FaultSettings { Http429 = Once },
        FaultKind.Http503 => new FaultSettings { Http503 = Once },
        FaultKind.RejectSchema => new FaultSettings { RejectSchema = Once },
        FaultKind.Http500 => new FaultSettings { Http500 = Once },
        FaultKind.Hang => new FaultSettings { Hang = Once },
        FaultKind.Cut => new FaultSettings { Cut = Once },
        FaultKind.EmptyContent => new FaultSettings { EmptyContent = Once },
        FaultKind.BrokenJson => new FaultSettings { BrokenJson = Once },
        FaultKind.JsonInReasoning => new FaultSettings { JsonInReasoning = Once },
        FaultKind.FencedJson => new FaultSettings { FencedJson = Once },
        _ => new FaultSettings { Chinese = Once },
    };

    /// <summary>Tells when a request is about to reach the server.</summary>
    private sealed class Gate(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private readonly TaskCompletionSource passed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Passed => passed.Task;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = base.SendAsync(request, cancellationToken);
            passed.TrySetResult();
            return response;
        }
    }
}
