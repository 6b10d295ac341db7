using System.Collections.Frozen;

namespace Workflows.Shared.PullRequestReview.Skipping;

/// <summary>
/// Settings and data that a program reads. Not among them, and so reviewed, is what runs with somebody's rights though it is written in
/// a configuration language: CI pipelines and actions, compose files, Kubernetes and Helm, Ansible, CloudFormation, Terraform, Dockerfiles and build
/// scripts. Environment files (<c>.env</c>) are reviewed too, since a secret in one is the finding most worth having.
/// </summary>
internal static class ConfigurationFiles
{
    private static readonly FrozenSet<string> Extensions = new[]
    {
        ".json", ".jsonc", ".json5", ".yml", ".yaml", ".toml", ".ini", ".cfg", ".conf", ".config", ".properties", ".plist",
        ".editorconfig", ".prefs", ".reg", ".desktop", ".code-workspace",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Names = new[]
    {
        ".editorconfig", ".gitignore", ".gitattributes", ".gitmodules", ".gitkeep", ".dockerignore", ".npmignore", ".npmrc", ".nvmrc", ".yarnrc",
        ".prettierrc", ".prettierignore", ".eslintrc", ".eslintignore", ".stylelintrc", ".babelrc", ".browserslistrc", ".clang-format", ".clang-tidy",
        ".pylintrc", ".flake8", ".coveragerc", ".rubocop.yml", ".python-version", ".ruby-version", ".node-version", ".tool-versions", ".mailmap",
        ".vimrc", ".inputrc", ".hgignore", ".helmignore", "CODEOWNERS",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> RunNames = new[]
    {
        ".gitlab-ci.yml", ".travis.yml", ".drone.yml", "appveyor.yml", "azure-pipelines.yml", "bitbucket-pipelines.yml", "cloudbuild.yaml",
        "buildspec.yml", "Jenkinsfile.yml", "action.yml", "action.yaml", "Taskfile.yml", "Taskfile.yaml", "kustomization.yaml", "Chart.yaml",
        "values.yaml", "playbook.yml", "site.yml", "serverless.yml", "template.yaml", "template.yml", "cloudformation.yml",
        ".pre-commit-config.yaml", "codefresh.yml", "skaffold.yaml", "pulumi.yaml", "main.json", "azuredeploy.json", "cdk.json",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> RunFolders = new[]
    {
        ".github", ".gitlab", ".circleci", ".azure-pipelines", ".buildkite", ".tekton", ".husky", "k8s", "kubernetes", "manifests", "helm", "charts",
        "templates", "ansible", "playbooks", "roles", "tasks", "handlers", "cloudformation", "terraform", "infra", "infrastructure", "deploy", "deployment",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> RunExtensions = new[] { ".yml", ".yaml", ".json" }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string path, string name) =>
        Names.Contains(name) || (Extensions.Contains(FileName.Extension(name)) && !Runs(path, name));

    private static bool Runs(string path, string name) =>
        RunExtensions.Contains(FileName.Extension(name))
        && (RunNames.Contains(name)
            || FileName.HasFolder(path, RunFolders)
            || name.Contains("compose", StringComparison.OrdinalIgnoreCase)
            || name.Contains("pipeline", StringComparison.OrdinalIgnoreCase));
}
