using System.Text.Json;
using YamlDotNet.RepresentationModel;

namespace Workflows.Infra.Tests;

/// <summary>Every YAML, JSON and shell file of the repository can be read by what it is for.</summary>
public sealed class ParseTests
{
    /// <summary>Recorded and broken documents: what tests read.</summary>
    private static readonly string[] Data = ["Histories", "BadAnswers"];

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static TheoryData<string> YamlFiles => [.. Repository.Files("", ".yml", ".yaml")];

    public static TheoryData<string> JsonFiles => [.. Repository.Files("", ".json").Where(file => !Data.Any(folder => file.Contains(folder, StringComparison.Ordinal)))];

    [Theory]
    [MemberData(nameof(YamlFiles))]
    public void Yaml_parses_and_names_no_key_twice(string file)
    {
        YamlStream yaml = [];

        yaml.Load(new StringReader(Repository.Read(file)));

        Assert.NotEmpty(yaml.Documents);
        Assert.DoesNotContain('\t', Repository.Read(file));
    }

    [Theory]
    [MemberData(nameof(JsonFiles))]
    public void Json_parses_and_names_no_key_twice(string file) => JsonDocument.Parse(Repository.Read(file), Strict).Dispose();

    [Fact]
    public async Task Shellcheck_finds_no_fault_in_the_shell_scripts()
    {
        string[] scripts = [.. Repository.Files("", "").Where(IsScript)];
        Assert.Contains("test.sh", scripts);

        (int code, string said) = await Tool.RunAsync("shellcheck", "shellcheck", scripts);

        Assert.True(code == 0, said);
    }

    private static bool IsScript(string file)
    {
        using FileStream stream = File.OpenRead(Path.Combine(Repository.Root, file));
        Span<byte> start = stackalloc byte[24];
        int read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        string line = System.Text.Encoding.ASCII.GetString(start[..read]);
        return line.StartsWith("#!/usr/bin/env bash", StringComparison.Ordinal) || line.StartsWith("#!/bin/sh", StringComparison.Ordinal);
    }
}
