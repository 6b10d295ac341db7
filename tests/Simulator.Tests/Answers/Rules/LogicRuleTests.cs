using System.Text.Json;

namespace Workflows.Simulator.Tests.Answers.Rules;

public class LogicRuleTests
{
    [Theory]
    [InlineData("swallowed-error", "a.cs", "+try { Go(); } catch (IOException) { }", "+try { Go(); } catch (IOException) { retry = true; }")]
    [InlineData("swallowed-error", "a.py", "+except ValueError: pass", "+except ValueError: raise")]
    [InlineData("assignment-in-condition", "a.js", "+if (state = done) {", "+if (state === done) {")]
    [InlineData("assignment-in-condition", "a.c", "+while (count = limit) {", "+while ((c = getchar()) != EOF) {")]
    [InlineData("assignment-in-condition", "a.cs", "+if (ready = true)", "+if (items.Any(item => item.Ready))")]
    [InlineData("off-by-one", "a.cs", "+for (int i = 0; i <= items.Count; i++)", "+for (int i = 0; i < items.Count; i++)")]
    [InlineData("off-by-one", "a.js", "+for (let i = 0; i <= rows.length; i++) {", "+for (let i = 1; i <= rows.length; i++) {")]
    [InlineData("off-by-one", "a.py", "+for i in range(len(rows) + 1):", "+for i in range(len(rows)):")]
    [InlineData("division-by-zero", "a.py", "+mean = total / len(values)", "+mean = total / len(values) if values else 0")]
    [InlineData("division-by-zero", "a.cs", "+var mean = sum / items.Count;", "+var mean = items.Count == 0 ? 0 : sum / items.Count;")]
    [InlineData("division-by-zero", "a.go", "+rate := hits / total", "+rate := hits / 60")]
    [InlineData("float-equality", "a.cs", "+if (ratio == 0.1)", "+if (ratio < 0.1)")]
    [InlineData("nan-comparison", "a.js", "+if (value === NaN) {", "+if (Number.isNaN(value)) {")]
    [InlineData("constant-condition", "a.java", "+if (true) {", "+if (enabled) {")]
    [InlineData("constant-condition", "a.py", "+if admin or True:", "+if admin or owner:")]
    [InlineData("self-comparison", "a.cs", "+if (left.Id == left.Id) {", "+if (left.Id == right.Id) {")]
    [InlineData("async-void", "a.cs", "+public async void SaveAsync(Order order)", "+private async void OnClick(object sender, RoutedEventArgs e)")]
    [InlineData("blocking-wait", "a.cs", "+var body = client.GetStringAsync(url).Result;", "+context.Result = new OkResult();")]
    [InlineData("blocking-wait", "a.cs", "+task.Wait();", "+await task;")]
    [InlineData("missing-await", "a.cs", "+store.SaveAsync(order);", "+await store.SaveAsync(order);")]
    [InlineData("missing-await", "a.py", "+    asyncio.sleep(1)", "+    await asyncio.sleep(1)")]
    [InlineData("missing-await", "a.ts", "+  fetch(`/api/${id}`);", "+  await fetch(`/api/${id}`);")]
    [InlineData("missing-await", "a.ts", "+rows.forEach(async row => {", "+rows.forEach(row => {")]
    [InlineData("resource-leak", "a.cs", "+var reader = new StreamReader(path);", "+using var reader = new StreamReader(path);")]
    [InlineData("resource-leak", "A.java", "+FileReader in = new FileReader(path);", "+try (FileReader in = new FileReader(path)) {")]
    [InlineData("resource-leak", "a.py", "+f = open(path)", "+with open(path) as f:")]
    [InlineData("lost-stack-trace", "a.cs", "+    throw ex;", "+    throw;")]
    [InlineData("blocking-sleep", "A.java", "+Thread.sleep(500);", "+queue.take();")]
    [InlineData("reference-comparison", "A.java", "+if (name == \"admin\") {", "+if (name.equals(\"admin\")) {")]
    [InlineData("reference-comparison", "a.py", "+if kind is \"admin\":", "+if kind is None:")]
    [InlineData("public-lock", "a.cs", "+lock (this)", "+lock (_gate)")]
    [InlineData("bare-except", "a.py", "+except:", "+except KeyError:")]
    [InlineData("none-comparison", "a.py", "+if user == None:", "+if user is None:")]
    [InlineData("mutable-default", "a.py", "+def add(item, items=[]):", "+def add(item, items=None):")]
    [InlineData("loose-equality", "a.js", "+if (value != null) {", "+if (value !== null) {")]
    [InlineData("ignored-error", "a.go", "+\t_ = file.Sync()", "+\terr = file.Sync()")]
    [InlineData("ignored-error", "a.go", "+\tn, _ := strconv.Atoi(text)", "+\tfor _, row := range rows {")]
    [InlineData("buffer-overflow", "a.c", "+strcpy(target, source);", "+strncpy(target, source, sizeof target);")]
    [InlineData("panic", "src/a.rs", "+let port = text.parse::<u16>().unwrap();", "+let port = text.parse::<u16>()?;")]
    [InlineData("dangerous-command", "a.sh", "+rm -rf $TARGET/build", "+rm -rf ./build")]
    [InlineData("dangerous-command", "a.sh", "+curl -s https://get.acme.io | bash", "+curl -s https://get.acme.io -o install.sh")]
    [InlineData("open-permissions", "a.sh", "+chmod -R 777 /srv", "+chmod -R 750 /srv")]
    [InlineData("unfiltered-statement", "a.sql", "+DELETE FROM orders;", "+DELETE FROM orders WHERE id = 4;")]
    [InlineData("data-loss", "a.sql", "+DROP TABLE orders;", "+CREATE TABLE orders (id int);")]
    [InlineData("floating-version", "a.yml", "+    image: acme/app:latest", "+    image: acme/app:1.4.2")]
    [InlineData("privileged-container", "a.yaml", "+  privileged: true", "+  privileged: false")]
    [InlineData("sql-injection", "a.cs", "+var sql = $\"SELECT * FROM users WHERE name = '{name}'\";", "+var sql = \"SELECT * FROM users WHERE name = @name\";")]
    [InlineData("sql-injection", "A.java", "+String q = \"DELETE FROM users WHERE id = \" + id;", "+String q = \"DELETE FROM users WHERE id = ?\";")]
    [InlineData("sql-injection", "a.py", "+db.execute(f\"SELECT a FROM t WHERE id = {key}\")", "+db.execute(\"SELECT a FROM t WHERE id = %s\", (key,))")]
    [InlineData("code-injection", "a.js", "+const value = eval(input);", "+const value = retrieval(input);")]
    [InlineData("command-injection", "a.py", "+os.system(\"tar xf \" + name)", "+subprocess.run([\"tar\", \"xf\", name])")]
    [InlineData("cross-site-scripting", "a.js", "+box.innerHTML = comment;", "+box.textContent = comment;")]
    [InlineData("unsafe-deserialization", "a.py", "+state = pickle.loads(body)", "+state = json.loads(body)")]
    [InlineData("no-certificate-check", "a.py", "+requests.get(url, verify=False)", "+requests.get(url, verify=True)")]
    [InlineData("no-certificate-check", "a.go", "+conf := tls.Config{InsecureSkipVerify: true}", "+conf := tls.Config{MinVersion: 3}")]
    [InlineData("weak-hash", "a.py", "+digest = hashlib.md5(body)", "+digest = hashlib.sha256(body)")]
    [InlineData("weak-random", "a.js", "+const token = Math.random().toString(36);", "+const jitter = Math.random();")]
    [InlineData("open-cors", "a.cs", "+policy.AllowAnyOrigin();", "+policy.WithOrigins(origins);")]
    public async Task A_line_is_found_by_its_rule_and_its_harmless_sibling_is_not(string category, string path, string bad, string good)
    {
        var finding = Assert.Single(await OfCategoryAsync(category, path, " first", bad));
        Assert.Equal((bad[1..].Trim(), 2), (finding.GetProperty("quote").GetString(), finding.GetProperty("line").GetInt32()));
        Assert.All(Quoted(finding.GetProperty("message").GetString()!), name => Assert.Contains(name, bad, StringComparison.Ordinal));
        Assert.NotEqual(bad[1..].Trim(), finding.GetProperty("suggestion").GetString());

        Assert.Empty(await OfCategoryAsync(category, path, " first", good));
    }

    [Fact]
    public async Task A_handler_that_closes_on_a_later_line_is_empty_too()
    {
        Assert.Single(await OfCategoryAsync("swallowed-error", "a.cs", "+catch (IOException)", "+{", "+}"));
        Assert.Single(await OfCategoryAsync("swallowed-error", "a.js", "+} catch (error) {", "+}"));
        Assert.Single(await OfCategoryAsync("swallowed-error", "a.py", "+except OSError:", "+    pass"));
        Assert.Empty(await OfCategoryAsync("swallowed-error", "a.cs", "+catch (IOException)", "+{", "+    retry = true;", "+}"));
        Assert.Empty(await OfCategoryAsync("swallowed-error", "a.py", "+except OSError:", "+    log.warning(path)"));
    }

    [Fact]
    public async Task A_division_after_a_check_of_its_divisor_is_no_finding()
    {
        Assert.Empty(await OfCategoryAsync("division-by-zero", "a.cs", "+if (items.Count == 0) return 0;", "+return sum / items.Count;"));
    }

    [Fact]
    public async Task A_loop_without_a_way_out_is_found_and_one_with_a_break_is_not()
    {
        Assert.Single(await OfCategoryAsync("unbounded-loop", "a.cs", "+while (true)", "+{", "+    Poll();", "+}"));
        Assert.Empty(await OfCategoryAsync("unbounded-loop", "a.cs", "+while (true)", "+{", "+    if (Poll()) break;", "+}"));
    }

    [Fact]
    public async Task A_go_error_that_nobody_looks_at_is_found()
    {
        Assert.Single(await OfCategoryAsync("ignored-error", "a.go", "+\tfile, err := parse(path)", "+\tuse(file)"));
        Assert.Empty(await OfCategoryAsync("ignored-error", "a.go", "+\tfile, err := parse(path)", "+\tif err != nil {"));
    }

    [Fact]
    public async Task A_go_file_that_is_not_closed_is_found()
    {
        Assert.Single(await OfCategoryAsync("resource-leak", "a.go", "+\tf, err := os.Open(path)", "+\tif err != nil {", "+\t\treturn err", "+\t}", "+\tread(f)"));
        Assert.Empty(await OfCategoryAsync("resource-leak", "a.go", "+\tf, err := os.Open(path)", "+\tif err != nil {", "+\t\treturn err", "+\t}", "+\tdefer f.Close()"));
    }

    [Fact]
    public async Task A_removed_null_check_is_found_on_the_old_side_while_the_value_is_still_used()
    {
        var finding = Assert.Single(await OfCategoryAsync("null-check-removed", "a.cs", "-if (order == null) return;", "+Ship(order.Id);"));
        Assert.Equal(("old", 1), (finding.GetProperty("side").GetString(), finding.GetProperty("line").GetInt32()));

        Assert.Empty(await OfCategoryAsync("null-check-removed", "a.cs", "-if (order == null) return;", "+if (order is null) return;", "+Ship(order.Id);"));
        Assert.Empty(await OfCategoryAsync("null-check-removed", "a.cs", "-if (order == null) return;", "+ShipAll();"));
    }

    [Fact]
    public async Task A_removed_access_check_is_found_unless_it_only_moved()
    {
        Assert.Single(await OfCategoryAsync("access-check-removed", "a.cs", "-[Authorize]", " public IActionResult Delete()"));
        Assert.Empty(await OfCategoryAsync("access-check-removed", "a.cs", "-[Authorize]", "+[HttpDelete, Authorize]"));
    }

    [Fact]
    public async Task A_removed_lock_is_found_unless_another_takes_its_place()
    {
        Assert.Single(await OfCategoryAsync("lock-removed", "a.cs", "-lock (_gate)", "+_count++;"));
        Assert.Empty(await OfCategoryAsync("lock-removed", "a.cs", "-lock (_gate)", "+lock (_sync)"));
    }

    [Fact]
    public async Task Each_step_of_the_reasoning_is_a_sentence()
    {
        var answer = await DiffText.AskAsync("F3", ("diff", DiffText.Of("a.cs", "+task.Wait();")));

        Assert.Equal(3, answer.GetProperty("reasoning").GetArrayLength());
    }

    private static async Task<List<JsonElement>> OfCategoryAsync(string category, string path, params string[] lines) =>
        [.. (await DiffText.FindingsAsync("F3", ("diff", DiffText.Of(path, lines)))).Where(found => found.GetProperty("category").GetString() == category)];

    private static IEnumerable<string> Quoted(string text) => text.Split('`').Where((_, i) => i % 2 == 1);
}
