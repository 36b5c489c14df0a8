using System.IO.Compression;

namespace Causeway.ResourceDirectory.Tests;

public sealed class SpreadsheetGateTests
{
    private static readonly string Rows = Xlsx.TextRow(1, "Name", "Phone") + Xlsx.TextRow(2, "Anna Berg", "040 5550188");

    [Fact]
    public void A_plain_spreadsheet_passes() => Code(Sheet()).ShouldBeNull();

    [Fact]
    public void A_part_that_unpacks_a_hundredfold_is_refused() => Code(Sheet().Part("xl/media/pad.xml", Padded(30 * 1024 * 1024))).ShouldBe("list.unpacks-too-large");

    [Fact]
    public void More_than_two_hundred_megabytes_are_refused_before_they_are_unpacked()
    {
        var noise = Noise(2_200_000);
        var sheet = Sheet();
        for (var i = 0; i < 9; i++)
        {
            // Noise keeps the ratio below the limit, so only the sum can refuse it.
            sheet.Part($"xl/media/{i}.png", [.. noise, .. new byte[24 * 1024 * 1024]]);
        }

        Code(sheet).ShouldBe("list.unpacks-too-large");
    }

    [Fact]
    public void Too_many_parts_are_refused()
    {
        var sheet = Sheet();
        for (var i = 0; i < 1_000; i++)
        {
            sheet.Part($"xl/media/{i}.png", [1]);
        }

        Code(sheet).ShouldBe("list.unpacks-too-large");
    }

    [Theory]
    [InlineData("../evil.xml")]
    [InlineData("xl/../../evil.xml")]
    [InlineData("/etc/evil.xml")]
    [InlineData("..\\evil.xml")]
    [InlineData("C:\\evil.xml")]
    public void A_part_that_leaves_the_archive_is_refused(string name) => Code(Sheet().Part(name, "<a/>"u8.ToArray())).ShouldBe("list.strange-archive");

    [Fact]
    public void A_part_twice_is_refused() => Code(Sheet().Part("XL/workbook.xml", "<a/>"u8.ToArray())).ShouldBe("list.strange-archive");

    [Theory]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0, 0, 0, 0 })]
    public void An_archive_inside_is_refused(byte[] content) => Code(Sheet().Part("xl/embeddings/a.bin", content)).ShouldBe("list.strange-archive");

    [Theory]
    [InlineData("xl/vbaProject.bin")]
    [InlineData("xl/macrosheets/sheet1.xml")]
    public void A_program_inside_is_refused(string name) => Code(Sheet().Part(name, "<a/>"u8.ToArray())).ShouldBe("list.macros");

    [Fact]
    public void A_document_type_is_refused_wherever_it_stands()
    {
        const string entity = "<!DOCTYPE t [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
        Code(Sheet().Prolog(entity)).ShouldBe("list.strange-archive");
        Code(Sheet().Part("xl/extra.xml", System.Text.Encoding.UTF8.GetBytes(entity + "<t>&a;</t>"))).ShouldBe("list.strange-archive");
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_while_it_comes_in()
    {
        using var endless = new Endless();
        var opening = await ListReader.OpenAsync(endless, "list.csv", TestContext.Current.CancellationToken);
        opening.Refusal.ShouldBe(ListReader.TooLarge);
        endless.Given.ShouldBeLessThan(ListReader.MaxBytes + (1024 * 1024));
    }

    private static Xlsx Sheet() => new Xlsx().Sheet("S", Rows);

    private static string? Code(Xlsx xlsx) => ListReader.Open(xlsx.Bytes(), "list.xlsx").Refusal?.Code;

    private static byte[] Padded(int length)
    {
        var padded = new byte[length];
        Array.Fill(padded, (byte)' ');
        "<a/>"u8.CopyTo(padded);
        return padded;
    }

    private static byte[] Noise(int length)
    {
        var noise = new byte[length];
        var state = 88172645463325252UL;
        for (var i = 0; i < length; i++)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            noise[i] = (byte)state;
        }

        noise[0] = 0x89;
        return noise;
    }

    private sealed class Endless : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => 12;

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Array.Fill(buffer, (byte)'a', offset, count);
            Given += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

internal static class Zips
{
    public static byte[] Of(params (string Name, byte[] Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        return stream.ToArray();
    }
}
