using System.Text.Json.Nodes;
using Workflows.Simulator.Answers.Diffs;
using Workflows.Simulator.Answers.Texts;

namespace Workflows.Simulator.Answers.Tasks;

/// <summary>P1: what a pull request means to do, from its title, its description and the paths it touches.</summary>
internal sealed class RefinedDescriptionAnswer : ITaskAnswer
{
    private const int MostChanges = 12;

    private static readonly (string[] Words, string English, string Korean)[] Hazards =
    [
        (["migrat", "schema", "마이그레이션"], "Data or schema is migrated; going back must stay possible.", "데이터 또는 스키마가 이전되므로 되돌릴 수 있어야 합니다."),
        (["delete", "remov", "drop", "삭제", "제거"], "Something is removed; what still uses it breaks.", "삭제되는 것이 있어 이를 사용하던 코드가 깨질 수 있습니다."),
        (["auth", "login", "password", "token", "permission", "인증", "권한"], "Access control is touched.", "인증 또는 권한에 영향이 있습니다."),
        (["concurren", "thread", "lock", "parallel", "async", "동시", "병렬"], "Concurrent work changes; order and races matter.", "동시 실행 순서와 경쟁 상태에 주의해야 합니다."),
        (["cache", "캐시"], "Cached values can be stale.", "캐시된 값이 오래될 수 있습니다."),
        (["payment", "price", "invoice", "amount", "결제", "금액"], "Amounts of money are touched.", "금액 계산에 영향이 있습니다."),
        (["breaking", "rename", "signature", "이름 변경"], "Callers may have to change.", "호출하는 쪽의 변경이 필요할 수 있습니다."),
        (["config", "setting", "environment", "설정"], "Deployments need a changed configuration.", "배포 설정의 변경이 필요할 수 있습니다."),
    ];

    public IReadOnlyList<string> Tasks { get; } = ["P1"];

    public string SchemaName => "refined_description";

    public JsonObject Answer(string task, Prompt prompt)
    {
        var title = (prompt.Section("title") ?? "").Trim();
        var description = (prompt.Section("description") ?? "").Trim();
        var all = $"{title}\n{description}";
        var korean = Sentences.IsKorean(all);
        var paths = prompt.All("files").Concat(prompt.All("diff")).SelectMany(Paths).Distinct().ToList();
        var sentences = Sentences.Of(description);
        var risks = Hazards.Where(hazard => hazard.Words.Any(word => all.Contains(word, StringComparison.OrdinalIgnoreCase))).Select(hazard => korean ? hazard.Korean : hazard.English);
        return new JsonObject
        {
            ["intent"] = Intent(title, sentences, paths, korean),
            ["changes"] = Array(Changes(description, sentences, paths)),
            ["risks"] = Array(risks),
            ["questions"] = Array(Questions(all, description, korean)),
        };
    }

    private static string Intent(string title, List<string> sentences, List<string> paths, bool korean)
    {
        var first = sentences.FirstOrDefault(sentence => !title.Contains(sentence.TrimEnd('.'), StringComparison.OrdinalIgnoreCase));
        return (title, first) switch
        {
            ({ Length: > 0 }, not null) => $"{title.TrimEnd('.')}. {first}",
            ({ Length: > 0 }, null) => title,
            (_, not null) => first,
            _ when paths.Count > 0 => korean ? $"{string.Join(", ", paths.Take(3))} 변경" : $"Change {string.Join(", ", paths.Take(3))}",
            _ => korean ? "설명이 없습니다." : "Nothing is said about the purpose.",
        };
    }

    private static IEnumerable<string> Changes(string description, List<string> sentences, List<string> paths)
    {
        var bullets = description.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("* ", StringComparison.Ordinal)).Select(line => Excerpt.Of(line[2..].Trim(), 300)).ToList();
        return (bullets.Count > 0 ? bullets : sentences.Count > 0 ? sentences : paths).Take(MostChanges);
    }

    private static IEnumerable<string> Questions(string all, string description, bool korean)
    {
        if (description.Length == 0)
        {
            yield return korean ? "왜 필요한 변경인가요?" : "Why is this change needed?";
        }

        if (!all.Contains("test", StringComparison.OrdinalIgnoreCase) && !all.Contains("테스트", StringComparison.Ordinal))
        {
            yield return korean ? "어떤 테스트로 확인했나요?" : "Which tests show that it works?";
        }
    }

    private static IEnumerable<string> Paths(string section) =>
        section.Contains("file: ", StringComparison.Ordinal)
            ? ShownFile.ReadAll(section).Select(file => file.Path)
            : section.Split('\n').Select(line => line.Trim()).Where(line => line.Length is > 0 and < 300);

    private static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
