using System.Diagnostics;
using System.IO.Compression;
using System.Text;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>Measures memory, so nothing else may run beside it.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>Files made to harm: each is refused in words or read as inert text, within bounds of memory and time.</summary>
[Collection(nameof(Alone))]
public sealed class HostileFilesTests(ITestOutputHelper output)
{
    private const long MostGrowth = 150L * 1024 * 1024;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(20);
    private static readonly ListReadingOptions Options = new(new DateOnly(2026, 11, 21), "49");

    public static TheoryData<string, string> Files => new()
    {
        { "zip bomb in a spreadsheet", "list.unpacks-too-large" },
        { "zip bomb in a package", "list.zip-unpacks-too-large" },
        { "zip in a zip", "list.zip-strange" },
        { "path out of the zip", "list.zip-strange" },
        { "locked zip", "list.zip-strange" },
        { "two tables of one name", "list.zip-strange" },
        { "no table", "list.zip-no-tables" },
        { "cut zip", "list.not-zip" },
        { "billion laughs", "list.strange-archive" },
        { "billion laughs in a sheet", "list.strange-archive" },
        { "external entity in a sheet", "list.strange-archive" },
        { "one cell of a spreadsheet", "list.unpacks-too-large" },
        { "words of a spreadsheet", "list.unpacks-too-large" },
        { "two hundred sheets", "list.too-many-sheets" },
        { "one cell of a csv", "list.cell-too-long" },
        { "one quoted cell of a csv", "list.cell-too-long" },
        { "one cell in a zip", "list.cell-too-long" },
        { "json too deep", "list.too-deep" },
        { "json objects too deep", "list.too-deep" },
        { "json text too long", "list.cell-too-long" },
        { "json name too long", "list.cell-too-long" },
        { "json line too long", "list.cell-too-long" },
        { "an organisation said too often", "list.unfolds-too-large" },
        { "a place of too many services", "list.unfolds-too-large" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_hostile_file_is_refused_early_and_cheaply(string kind, string code)
    {
        var (name, bytes) = HostileFiles.Make(kind);
        var (opening, growth, time) = Measured(() => ListReader.Open(bytes, name));

        output.WriteLine($"{kind}: {bytes.Length / 1024:N0} kB, {opening.Refusal?.Code}, +{growth / 1024 / 1024} MB, {time.TotalMilliseconds:N0} ms");
        opening.Refusal.ShouldNotBeNull(kind).Code.ShouldBe(code);
        opening.Refusal.Field.ShouldBe("File");
        growth.ShouldBeLessThan(MostGrowth);
        time.ShouldBeLessThan(MostTime);
    }

    /// <summary>Large but honest: read whole, and still within the bound.</summary>
    [Theory]
    [InlineData("twenty megabytes of lines", 20)]
    [InlineData("a package of many rows", 1)]
    [InlineData("a hundred thousand commas", 0)]
    public void A_large_file_streams(string kind, int leastMegabytes)
    {
        var (name, bytes) = HostileFiles.Make(kind);
        bytes.Length.ShouldBeGreaterThanOrEqualTo(leastMegabytes * 1024 * 1024);
        var (rows, growth, time) = Measured(() =>
        {
            var sheet = ListReader.Open(bytes, name).File!.Sheets[0];
            return new ListUnderstanding(ColumnGuess.Guess(sheet), Options).Understand(sheet.Rows()).Count();
        });

        output.WriteLine($"{kind}: {bytes.Length / 1024:N0} kB, {rows:N0} rows, +{growth / 1024 / 1024} MB, {time.TotalMilliseconds:N0} ms");
        rows.ShouldBeGreaterThan(100);
        growth.ShouldBeLessThan(MostGrowth);
    }

    [Fact]
    public async Task A_gigabyte_in_one_cell_is_refused_when_the_limit_is_reached()
    {
        await using var gigabyte = new EndlessStream(1L << 30);
        var (opening, growth, time) = await MeasuredAsync(() => ListReader.OpenAsync(gigabyte, "one.csv", TestContext.Current.CancellationToken));

        output.WriteLine($"1 GB in one cell: {opening.Refusal?.Code} after {gigabyte.Given / 1024 / 1024} MB, +{growth / 1024 / 1024} MB, {time.TotalMilliseconds:N0} ms");
        opening.Refusal!.Code.ShouldBe("list.too-large");
        gigabyte.Given.ShouldBeLessThan(ListReader.MaxBytes + (1 << 20));
        growth.ShouldBeLessThan(MostGrowth);
    }

    [Fact]
    public void A_formula_is_text_and_nothing_more()
    {
        var sheet = ListReader.Open("Name,Phone,Notes\n\"=cmd|'/c calc'!A0\",+49 40 5550188,=1+1\n"u8.ToArray(), "list.csv").File!.Sheets[0];
        var row = new ListUnderstanding(ColumnGuess.Guess(sheet), Options).Understand(sheet.Rows()).Single();

        row.Raw.Cells[0].ShouldBe("=cmd|'/c calc'!A0");
        row.Values.Text(ListColumn.Notes).ShouldBe("=1+1");
        CellText.ForCsv(row.Raw.Cells[0]).ShouldStartWith("'=");
    }

    private static (T Answer, long Growth, TimeSpan Time) Measured<T>(Func<T> act)
    {
        using var peak = new MemoryPeak();
        var watch = Stopwatch.StartNew();
        var answer = act();
        return (answer, peak.Growth(), watch.Elapsed);
    }

    private static async Task<(T Answer, long Growth, TimeSpan Time)> MeasuredAsync<T>(Func<Task<T>> act)
    {
        using var peak = new MemoryPeak();
        var watch = Stopwatch.StartNew();
        var answer = await act();
        return (answer, peak.Growth(), watch.Elapsed);
    }

    /// <summary>How far the process grew at its worst, looked at every few milliseconds from a thread of its own.</summary>
    private sealed class MemoryPeak : IDisposable
    {
        private readonly ManualResetEventSlim done = new();
        private readonly Thread watcher;
        private readonly long before;
        private long most;

        public MemoryPeak()
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
            before = most = WorkingSet();
            watcher = new Thread(() =>
            {
                while (!done.Wait(2))
                {
                    most = Math.Max(most, WorkingSet());
                }
            });
            watcher.Start();
        }

        public long Growth()
        {
            done.Set();
            watcher.Join();
            return Math.Max(most, WorkingSet()) - before;
        }

        public void Dispose() => done.Dispose();

        private static long WorkingSet()
        {
            using var self = Process.GetCurrentProcess();
            return self.WorkingSet64;
        }
    }

    /// <summary>One cell without end.</summary>
    private sealed class EndlessStream(long length) : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var now = (int)Math.Min(count, length - Given);
            buffer.AsSpan(offset, now).Fill((byte)'a');
            Given += now;
            return now;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
