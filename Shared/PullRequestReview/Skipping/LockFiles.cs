using System.Collections.Frozen;

namespace Workflows.Shared.PullRequestReview.Skipping;

/// <summary>Files in which package managers write down what they resolved.</summary>
internal static class LockFiles
{
    private static readonly FrozenSet<string> Names = new[]
    {
        "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "bun.lockb", "deno.lock",
        "Cargo.lock", "poetry.lock", "Pipfile.lock", "pdm.lock", "uv.lock", "pixi.lock", "conda-lock.yml", "pylock.toml",
        "go.sum", "go.work.sum", "composer.lock", "Gemfile.lock", "gems.locked", "packages.lock.json", "project.assets.json", "paket.lock",
        "flake.lock", "mix.lock", "rebar.lock", "pubspec.lock", "Podfile.lock", "Package.resolved", "Cartfile.resolved",
        "gradle.lockfile", "buildscript-gradle.lockfile", "MODULE.bazel.lock", "Chart.lock", ".terraform.lock.hcl", "Manifest.toml",
        "stack.yaml.lock", "cabal.project.freeze", "conan.lock", "vcpkg-lock.json", "cpanfile.snapshot", "shard.lock",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string name) => Names.Contains(name);
}
