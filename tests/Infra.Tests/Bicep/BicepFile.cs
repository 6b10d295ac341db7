namespace Workflows.Infra.Tests.Bicep;

/// <summary>What a Bicep file declares and what it refers to.</summary>
internal sealed class BicepFile
{
    private static readonly string[] Declaring = ["param", "var", "resource", "module", "output"];
    private static readonly string[] Words = ["if", "for", "in", "existing", "true", "false", "null", "targetScope"];

    private readonly IReadOnlyList<BicepToken> _tokens;

    private BicepFile(string path, IReadOnlyList<BicepToken> tokens)
    {
        Path = path;
        _tokens = tokens;
    }

    public string Path { get; }

    public IEnumerable<string> Params => Declared("param").Select(token => token.Text);

    public IEnumerable<string> Vars => Declared("var").Select(token => token.Text);

    public IEnumerable<string> Outputs => Declared("output").Select(token => token.Text);

    public IEnumerable<string> RequiredParams => Declarations("param").Where(at => !LineFrom(at).Any(token => token.Is("="))).Select(at => _tokens[at + 1].Text);

    /// <summary>Names of the resources, with their types.</summary>
    public IEnumerable<(string Name, string Type)> Resources => Declarations("resource").Select(at => (_tokens[at + 1].Text, _tokens[at + 2].Text));

    /// <summary>The modules, by name, with their files and the parameters that they are given.</summary>
    public IEnumerable<(string Name, string File, string[] Given)> Modules => Declarations("module").Select(at => (_tokens[at + 1].Text, _tokens[at + 2].Text, Given(at)));

    /// <summary>Everything that names something, where it is neither declared, nor a key, nor a member, nor a function.</summary>
    public IEnumerable<BicepToken> References => Enumerable.Range(0, _tokens.Count).Where(IsReference).Select(at => _tokens[at]);

    /// <summary>Functions that are called.</summary>
    public IEnumerable<BicepToken> Calls => Enumerable.Range(0, _tokens.Count - 1).Where(at => _tokens[at].Kind == BicepTokenKind.Word && _tokens[at + 1].Is("(") && !IsMember(at) && !Words.Contains(_tokens[at].Text)).Select(at => _tokens[at]);

    /// <summary>What loops and lambdas name.</summary>
    public IEnumerable<string> Locals => Enumerable.Range(0, _tokens.Count - 1).SelectMany(LocalsAt);

    /// <summary>Outputs that are read of a module: its name and the output's.</summary>
    public IEnumerable<(string Module, string Output)> ReadOutputs => Enumerable.Range(0, _tokens.Count - 4)
        .Where(at => _tokens[at].Kind == BicepTokenKind.Word && _tokens[at + 1].Is(".") && _tokens[at + 2].Is("outputs") && _tokens[at + 3].Is("."))
        .Select(at => (_tokens[at].Text, _tokens[at + 4].Text));

    public static BicepFile Read(string path) => new(path, BicepLexer.Read(Repository.Read(path).Replace("!.", ".", StringComparison.Ordinal)));

    private IEnumerable<BicepToken> Declared(string keyword) => Declarations(keyword).Select(at => _tokens[at + 1]);

    private IEnumerable<int> Declarations(string keyword) => Enumerable.Range(0, _tokens.Count - 1).Where(at => _tokens[at].Is(keyword) && IsFirst(at) && _tokens[at + 1].Kind == BicepTokenKind.Word);

    private bool IsFirst(int at) => at == 0 || _tokens[at - 1].Kind == BicepTokenKind.NewLine;

    private IEnumerable<BicepToken> LineFrom(int at) => _tokens.Skip(at).TakeWhile(token => token.Kind != BicepTokenKind.NewLine);

    private bool IsMember(int at) => at > 0 && (_tokens[at - 1].Is(".") || _tokens[at - 1].Is(".?") || _tokens[at - 1].Is("@"));

    private bool IsKey(int at) => _tokens[at + 1].Is(":") && (_tokens[at - 1].Kind == BicepTokenKind.NewLine || _tokens[at - 1].Is("{") || _tokens[at - 1].Is(","));

    private bool IsReference(int at)
    {
        BicepToken token = _tokens[at];
        if (token.Kind != BicepTokenKind.Word || Words.Contains(token.Text) || IsMember(at) || at + 1 >= _tokens.Count || _tokens[at + 1].Is("("))
        {
            return false;
        }

        bool declares = Declaring.Contains(token.Text) && IsFirst(at);
        bool isDeclared = at > 0 && Declaring.Contains(_tokens[at - 1].Text) && (at == 1 || _tokens[at - 2].Kind == BicepTokenKind.NewLine);
        bool isType = at > 1 && _tokens[at - 2].Text is "param" or "output" && IsDeclaredBefore(at - 1);
        return !declares && !isDeclared && !isType && !(at > 0 && IsKey(at));

        bool IsDeclaredBefore(int name) => name > 0 && Declaring.Contains(_tokens[name - 1].Text) && (name == 1 || _tokens[name - 2].Kind == BicepTokenKind.NewLine);
    }

    private IEnumerable<string> LocalsAt(int at)
    {
        if (_tokens[at].Is("for"))
        {
            return _tokens.Skip(at + 1).TakeWhile(token => !token.Is("in")).Where(token => token.Kind == BicepTokenKind.Word).Select(token => token.Text);
        }

        return _tokens[at].Kind == BicepTokenKind.Word && _tokens[at + 1].Is("=>") ? [_tokens[at].Text] : [];
    }

    /// <summary>The keys of <c>params: { … }</c> of the module that is declared here.</summary>
    private string[] Given(int module)
    {
        int at = module;
        while (!(_tokens[at].Is("params") && _tokens[at + 1].Is(":") && _tokens[at + 2].Is("{")))
        {
            at++;
        }

        List<string> keys = [];
        int depth = 0;
        for (at += 2; depth > 0 || keys.Count == 0; at++)
        {
            depth += _tokens[at].Text is "{" or "[" or "(" && _tokens[at].Kind == BicepTokenKind.Symbol ? 1 : _tokens[at].Text is "}" or "]" or ")" && _tokens[at].Kind == BicepTokenKind.Symbol ? -1 : 0;
            if (depth == 1 && _tokens[at].Kind == BicepTokenKind.Word && IsKey(at))
            {
                keys.Add(_tokens[at].Text);
            }
        }

        return [.. keys];
    }
}
