using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>Makes files that try to harm, in memory and never on disk.</summary>
internal static class HostileFiles
{
    private const int Megabyte = 1024 * 1024;

    private static readonly string Laughs = "<!DOCTYPE x [<!ENTITY a \"ha\">" + string.Concat(Enumerable.Range(1, 25).Select(i => $"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat(i == 1 ? "&a;" : $"&a{i - 1};", 10))}\">")) + "]>";

    private static readonly string Plain = Xlsx.TextRow(1, "Name", "Phone") + Xlsx.TextRow(2, "Anna Berg", "040 5550188");

    public static (string Name, byte[] Bytes) Make(string kind) => kind switch
    {
        "zip bomb in a spreadsheet" => ("bomb.xlsx", Sheet().Part("xl/worksheets/sheet2.xml", new byte[150 * Megabyte]).Bytes()),
        "zip bomb in a package" => ("bomb.zip", Zip(("services.csv", Enumerable.Repeat("id,name\n1,", 30).Concat(Enumerable.Repeat(new string('0', Megabyte), 60))))),
        "zip in a zip" => ("nested.zip", HsdsReadingTests.Zip(("services.csv", "PK\u0003\u0004 more"))),
        "path out of the zip" => ("out.zip", HsdsReadingTests.Zip(("../../services.csv", "id,name\n1,a\n"))),
        "locked zip" => ("locked.zip", Locked(HsdsReadingTests.Zip(("services.csv", "id,name\n1,a\n")))),
        "two tables of one name" => ("twins.zip", HsdsReadingTests.Zip(("a/services.csv", "id,name\n1,a\n"), ("b/services.csv", "id,name\n1,b\n"))),
        "no table" => ("empty.zip", HsdsReadingTests.Zip(("photo.png", "no picture"))),
        "cut zip" => ("cut.zip", HsdsReadingTests.Zip(("services.csv", "id,name\n1,a\n"))[..40]),
        "billion laughs" => ("laughs.xlsx", Sheet().Prolog(Laughs).Bytes()),
        "billion laughs in a sheet" => ("laughs.xlsx", Sheet().Part("xl/sharedStrings.xml", Encoding.UTF8.GetBytes(Laughs + "<sst>&a25;</sst>")).Bytes()),
        "external entity in a sheet" => ("xxe.xlsx", Sheet().Part("xl/sharedStrings.xml", "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><sst><si><t>&f;</t></si></sst>"u8.ToArray()).Bytes()),
        "one cell of a spreadsheet" => ("cell.xlsx", new Xlsx().Sheet("S", Xlsx.TextRow(1, "Name", "Phone") + Xlsx.TextRow(2, Noise(8 * Megabyte), "1")).Bytes()),
        "words of a spreadsheet" => ("words.xlsx", Sheet().Part("xl/sharedStrings.xml", Encoding.ASCII.GetBytes(Words(60 * Megabyte))).Bytes()),
        "two hundred sheets" => ("sheets.xlsx", Enumerable.Range(0, 200).Aggregate(new Xlsx(), (book, i) => book.Sheet($"S{i}", Plain)).Bytes()),
        "one cell of a csv" => ("cell.csv", Encoding.ASCII.GetBytes("Name,Phone\n" + new string('a', 24 * Megabyte) + ",1\n")),
        "one quoted cell of a csv" => ("cell.csv", Encoding.ASCII.GetBytes("Name,Phone\n\"" + new string('\n', 24 * Megabyte) + "\",1\n")),
        "one cell in a zip" => ("cell.zip", HsdsReadingTests.Zip(("services.csv", "id,name\n1," + new string('a', 20 * Megabyte) + "\n"))),
        _ => MakeJson(kind),
    };

    private static (string Name, byte[] Bytes) MakeJson(string kind) => kind switch
    {
        "json too deep" => ("deep.json", Encoding.ASCII.GetBytes(new string('[', 10_000) + new string(']', 10_000))),
        "json objects too deep" => ("deep.json", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("{\"services\":", 10_000)) + "1" + new string('}', 10_000))),
        "json text too long" => ("long.json", Encoding.ASCII.GetBytes("{\"name\":\"" + new string('a', 24 * Megabyte) + "\"}")),
        "json name too long" => ("long.json", Encoding.ASCII.GetBytes("[{\"" + new string('a', 24 * Megabyte) + "\":1}]")),
        "json line too long" => ("long.jsonl", Encoding.ASCII.GetBytes("{\"name\":\"" + new string('a', 24 * Megabyte) + "\"}\n{}")),
        "an organisation said too often" => ("often.json", Encoding.ASCII.GetBytes("{\"id\":\"o\",\"name\":\"" + new string('n', 90_000) + "\",\"email\":\"" + new string('e', 90_000) + "\",\"services\":["
            + string.Join(',', Enumerable.Repeat("{\"id\":1}", 150_000)) + "]}")),
        "a place of too many services" => ("place.json", Encoding.ASCII.GetBytes("{\"locations\":[{\"id\":\"l\",\"services\":[" + string.Join(',', Enumerable.Repeat("{\"name\":1}", 150_000)) + "]}]}")),
        "twenty megabytes of lines" => ("feed.jsonl", Lines(21 * Megabyte)),
        "a package of many rows" => ("feed.zip", Package(40_000)),
        "a hundred thousand commas" => ("commas.csv", Encoding.ASCII.GetBytes("Name,Phone\n" + string.Concat(Enumerable.Range(0, 1_000).Select(i => $"Anna Berg{i},{new string(',', 100)}\n")))),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static Xlsx Sheet() => new Xlsx().Sheet("S", Plain);

    private static byte[] Lines(int bytes)
    {
        var lines = new StringBuilder(bytes + 2_000);
        for (var i = 0; lines.Length < bytes; i++)
        {
            lines.Append(CultureInfo.InvariantCulture, $$"""{"id":"{{i}}","name":"Service {{i}}","description":"Helps with number {{i}} and what follows from it, by appointment and in three languages.","status":"active","organization":{"id":"o{{i % 700}}","name":"Body {{i % 700}}","description":"A made-up body."},"phones":[{"number":"555 0{{100 + (i % 100)}}","type":"voice"}],"languages":[{"name":"English"},{"name":"Korean"}],"locations":[{"id":"l{{i}}","name":"House {{i}}","addresses":[{"address_1":"{{i}} Pier Road","city":"Harbour City","postal_code":"10001","country":"XH"}]}]}""").Append('\n');
        }

        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    private static byte[] Package(int rows)
    {
        var services = new StringBuilder("id,organization_id,name,description\n");
        var phones = new StringBuilder("id,service_id,number\n");
        for (var i = 0; i < rows; i++)
        {
            services.Append(CultureInfo.InvariantCulture, $"s{i},o{i % 500},Service {i},Helps with number {i} by appointment and in three languages\n");
            phones.Append(CultureInfo.InvariantCulture, $"p{i},s{i},555 0{100 + (i % 100)}\n");
        }

        var bodies = "id,name\n" + string.Concat(Enumerable.Range(0, 500).Select(i => $"o{i},Body {i}\n"));
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in new[] { ("organizations.csv", bodies), ("services.csv", services.ToString()), ("phones.csv", phones.ToString()) })
            {
                using var part = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }

    private static byte[] Zip(params (string Name, IEnumerable<string> Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                foreach (var piece in content)
                {
                    part.Write(Encoding.ASCII.GetBytes(piece));
                }
            }
        }

        return stream.ToArray();
    }

    // Sets the bit that says "encrypted" in both headers of the only part.
    private static byte[] Locked(byte[] zip)
    {
        zip[6] |= 1;
        var central = zip.AsSpan().IndexOf(new byte[] { 0x50, 0x4B, 0x01, 0x02 });
        zip[central + 8] |= 1;
        return zip;
    }

    // Letters without order do not squeeze, so no ratio gives them away.
    private static string Noise(int length)
    {
        var text = new char[length];
        uint state = 7;
        for (var i = 0; i < length; i++)
        {
            state = (state * 1664525) + 1013904223;
            text[i] = (char)('a' + (state >> 27) % 26);
        }

        return new string(text);
    }

    private static string Words(int length)
    {
        var words = new StringBuilder("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">", length + 1_000);
        var noise = Noise(Megabyte);
        for (var i = 0; words.Length < length; i = (i + 37) % (noise.Length - 100))
        {
            words.Append("<si><t>").Append(noise, i, 90).Append("</t></si>");
        }

        return words.Append("</sst>").ToString();
    }
}
