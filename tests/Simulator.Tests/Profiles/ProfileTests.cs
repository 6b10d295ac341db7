using System.Net;
using Workflows.Simulator.Profiles;

namespace Workflows.Simulator.Tests.Profiles;

public sealed class ProfileTests
{
    [Theory]
    [InlineData("quick", "qwen3", 8, 600, 256_000)]
    [InlineData("quick", "gptoss", 8, 600, 128_000)]
    [InlineData("documents", "qwen3", 8, null, 256_000)]
    [InlineData("documents", "gptoss", 50, 50, 128_000)]
    public void A_named_profile_has_its_limits(string profile, string model, int concurrent, int? calls, int context)
    {
        var found = NamedProfiles.Get(profile)[model];

        Assert.Equal((concurrent, calls, context), (found.MaxConcurrent, found.CallsPerMinute, found.ContextTokens));
    }

    [Theory]
    [InlineData("qwen3", "P1", 30)]
    [InlineData("qwen3", "F3", 20)]
    [InlineData("qwen3", "P2", 30)]
    [InlineData("qwen3", "F2", 10)]
    [InlineData("gptoss", "F6", 30)]
    [InlineData("gptoss", "V1", 5)]
    public void The_documents_profile_has_their_times(string model, string task, double seconds) =>
        Assert.Equal(seconds, NamedProfiles.Get(NamedProfiles.Documents)[model].LatencyOf(task).Draw(DeterministicRandom.From(1)).TotalSeconds);

    [Fact]
    public void Draws_stay_within_their_bounds_and_fill_them()
    {
        var uniform = Enumerable.Range(0, 500).Select(i => LatencyProfile.Uniform(2, 4).Draw(DeterministicRandom.From(i)).TotalSeconds).ToList();
        var tail = Enumerable.Range(0, 500).Select(i => LatencyProfile.LogNormal(5, 0.6, 2, 30).Draw(DeterministicRandom.From(i)).TotalSeconds).Order().ToList();

        Assert.All(uniform, seconds => Assert.InRange(seconds, 2, 4));
        Assert.InRange(uniform.Average(), 2.85, 3.15);
        Assert.All(tail, seconds => Assert.InRange(seconds, 2, 30));
        Assert.InRange(tail[250], 4.4, 5.6);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"bogus":1}""")]
    [InlineData("""{"maxConcurrent":0}""")]
    [InlineData("""{"maxConcurrent":"many"}""")]
    [InlineData("""{"callsPerMinute":-1}""")]
    [InlineData("""{"latency":{"kind":"gamma"}}""")]
    [InlineData("""{"latency":{"kind":"uniform","min":3,"max":2}}""")]
    [InlineData("""{"latency":{"kind":"lognormal"}}""")]
    [InlineData("""{"tasks":{"F3":{"latency":{"kind":"fixed","seconds":-1}}}}""")]
    [InlineData("""{"faults":{"http500":{"rate":2}}}""")]
    [InlineData("""{"faults":{"meteor":{"rate":1}}}""")]
    [InlineData("""{"maxConcurrent":1,"maxConcurrent":2}""")]
    public async Task A_bad_patch_gets_400_and_changes_nothing(string patch)
    {
        using var simulator = new SimulatorFixture();
        var before = simulator.Model.Profile;
        using var response = await simulator.PutAsync("/sim/models/m", patch);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Same(before, simulator.Model.Profile);
    }

    [Fact]
    public async Task A_patch_changes_what_it_names_and_null_removes()
    {
        using var simulator = new SimulatorFixture(SimulatorFixture.Instant with { CallsPerMinute = 5 });
        using var first = await simulator.PutAsync("/sim/models/m", """{"callsPerMinute":null,"tasks":{"F3":{"latency":{"kind":"fixed","seconds":9}}},"faults":{"cut":{"rate":0.25}}}""");
        using var second = await simulator.PutAsync("/sim/models/m", """{"faults":{"cut":null,"hang":{"next":2}}}""");
        var profile = simulator.Model.Profile;

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Null(profile.CallsPerMinute);
        Assert.Equal(9, profile.LatencyOf("F3").Seconds);
        Assert.Null(profile.Faults.Cut);
        Assert.Equal(2, profile.Faults.Hang!.Next);
        Assert.Equal(1_000, profile.MaxConcurrent);
    }

    [Fact]
    public void In_process_code_can_change_a_profile_but_not_break_it()
    {
        using var simulator = new SimulatorFixture();
        simulator.Model.Update(profile => profile with { MaxConcurrent = 3 });

        Assert.Throws<ArgumentException>(() => simulator.Model.Update(profile => profile with { MaxConcurrent = 0 }));
        Assert.Equal(3, simulator.Model.Profile.MaxConcurrent);
    }
}
