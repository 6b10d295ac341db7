using Workflows.Shared.Logging;

namespace Workflows.Shared.Tests.Logging;

public sealed class RollingFileTests : IDisposable
{
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("workflows-logs-").FullName, "logs");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Fact]
    public void Nothing_is_made_before_the_first_line()
    {
        using RollingFile file = new(_folder, "gpu", most: 100, files: 3);

        Assert.False(Directory.Exists(_folder));
    }

    [Fact]
    public void A_full_file_is_put_aside_and_the_oldest_goes()
    {
        using (RollingFile file = new(_folder, "gpu", most: 20, files: 3))
        {
            foreach (int number in Enumerable.Range(1, 9))
            {
                file.Write($"line {number}");
            }
        }

        Assert.Equal(["gpu.1.log", "gpu.2.log", "gpu.log"], Names());
        Assert.Equal(["line 9"], Read("gpu.log"));
        Assert.Equal(["line 7", "line 8"], Read("gpu.1.log"));
        Assert.Equal(["line 5", "line 6"], Read("gpu.2.log"));
    }

    [Fact]
    public void The_next_process_goes_on_where_the_one_before_was()
    {
        foreach (int number in Enumerable.Range(1, 3))
        {
            using RollingFile file = new(_folder, "gpu", most: 20, files: 2);
            file.Write($"line {number}");
        }

        Assert.Equal(["line 3"], Read("gpu.log"));
        Assert.Equal(["line 1", "line 2"], Read("gpu.1.log"));
    }

    [Fact]
    public void One_file_alone_begins_anew()
    {
        using (RollingFile file = new(_folder, "gpu", most: 10, files: 1))
        {
            file.Write("line 1");
            file.Write("line 2");
        }

        Assert.Equal(["gpu.log"], Names());
        Assert.Equal(["line 2"], Read("gpu.log"));
    }

    [Fact]
    public void A_line_longer_than_a_file_is_written_all_the_same()
    {
        using (RollingFile file = new(_folder, "gpu", most: 10, files: 2))
        {
            file.Write("a");
            file.Write(new string('x', 100));
        }

        Assert.Equal(["a"], Read("gpu.1.log"));
        Assert.Equal([new string('x', 100)], Read("gpu.log"));
    }

    [Fact]
    public void Lines_of_several_threads_stay_whole_and_none_is_lost()
    {
        using (RollingFile file = new(_folder, "gpu", most: 2_000, files: 100))
        {
            Parallel.For(0, 1_000, number => file.Write($"line {number:0000}"));
        }

        Assert.Equal(
            Enumerable.Range(0, 1_000).Select(number => $"line {number:0000}"),
            Directory.GetFiles(_folder).SelectMany(File.ReadAllLines).Order(StringComparer.Ordinal));
        Assert.All(Directory.GetFiles(_folder), path => Assert.InRange(new FileInfo(path).Length, 1, 2_000));
    }

    [Fact]
    public void What_cannot_be_written_is_dropped_and_does_not_stop_the_work()
    {
        File.WriteAllText(_folder, "a file where the folder should be");
        using RollingFile file = new(_folder, "gpu", most: 100, files: 2);
        file.Write("lost");
        File.Delete(_folder);
        file.Write("kept");
        file.Dispose();
        file.Write("after the end");

        Assert.Equal(["kept"], Read("gpu.log"));
    }

    private IEnumerable<string?> Names() => Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private string[] Read(string name) => File.ReadAllLines(Path.Combine(_folder, name));
}
