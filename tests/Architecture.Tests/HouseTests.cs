using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Causeway.Architecture.Tests;

/// <summary>The rules of the house that a reader can check with the eye, checked by the machine.</summary>
public sealed partial class HouseTests
{
    private static readonly string[] Root =
    [
        ".ci", ".config", ".editorconfig", ".git", ".gitattributes", ".gitignore", "BannedSymbols.txt", "CHANGELOG.md", "CONTRIBUTING.md", "Causeway.slnx",
        "Directory.Build.props", "Directory.Packages.props", "LICENSE", "README.md", "SECURITY.md", "bench", "docs", "ef", "global.json",
        "run", "samples", "src", "test", "tests",
    ];

    // Made by building and running; ignored by git.
    private static readonly string[] Made = ["out", "data", "data.keys", "TestResults", "node_modules", ".vs", ".idea", ".vscode"];

    [Fact]
    public void Nothing_else_lives_in_the_root() =>
        Directory.EnumerateFileSystemEntries(Repository.Root).Select(Path.GetFileName).Except(Root).Except(Made).ShouldBeEmpty();

    [Fact]
    public void No_file_is_longer_than_300_lines() =>
        Repository.Sources().Concat(Repository.Sources("*.cshtml"))
            .Where(f => File.ReadLines(f).Count() > 300).Select(Repository.Relative).ShouldBeEmpty();

    [Fact]
    public void The_entry_point_is_short() =>
        File.ReadLines(Path.Combine(Repository.Root, "src", "Host", "Program.cs")).Count().ShouldBeLessThanOrEqualTo(80);

    [Fact]
    public void No_method_is_longer_than_40_lines() =>
        Repository.Sources().Where(f => Repository.Relative(f).StartsWith("src/", StringComparison.Ordinal))
            .SelectMany(f => MethodLengths.Of(File.ReadAllText(f)).Where(m => m.Lines > 40).Select(m => $"{Repository.Relative(f)}: {m.Name} ({m.Lines})"))
            .ShouldBeEmpty();

    [Fact]
    public void Arrows_between_rooms_run_one_way()
    {
        var allowed = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["Kernel"] = [],
            ["Linkage"] = [],
            ["Calendar"] = [],
            ["Vault"] = ["Kernel"],
            ["Ui"] = ["Kernel"],
            ["Persistence"] = ["Kernel", "Vault"],
            ["Accounts"] = ["Ui", "Persistence", "Vault", "Kernel"],
            ["Networks"] = ["Ui", "Persistence", "Vault", "Kernel", "Calendar", "Accounts"],
            ["Meetings"] = ["Ui", "Persistence", "Vault", "Kernel", "Calendar", "Accounts", "Networks"],
            ["Instruments"] = ["Ui", "Persistence", "Vault", "Kernel", "Accounts", "Networks"],
            ["Partnerships"] = ["Ui", "Persistence", "Vault", "Kernel", "Calendar", "Accounts", "Networks", "Meetings", "Instruments"],
            ["Landscape"] = ["Ui", "Persistence", "Vault", "Kernel", "Accounts", "Networks", "Instruments"],
            ["Cases"] = ["Ui", "Persistence", "Vault", "Kernel", "Accounts", "Networks", "Landscape", "ResourceDirectory"],
            ["ResourceDirectory"] = ["Ui", "Persistence", "Vault", "Kernel", "Linkage", "Accounts", "Networks"],
        };
        var faults = new List<string>();
        foreach (var (room, below) in allowed)
        {
            var project = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), room + ".csproj", SearchOption.AllDirectories).Single();
            faults.AddRange(XDocument.Load(project).Descendants("ProjectReference")
                .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')))
                .Except(below).Select(to => $"{room} must not use {to}"));
        }

        faults.ShouldBeEmpty();
    }

    [Fact]
    public void No_name_says_nothing() =>
        // "Tag helper" is what ASP.NET calls its widgets, not a name for leftovers.
        Repository.Sources().Select(Repository.Relative).Where(f => !f.EndsWith("TagHelpers.cs", StringComparison.Ordinal))
            .Where(f => VagueName().IsMatch(f)).ShouldBeEmpty();

    [Fact]
    public void No_page_has_inline_script_or_style() =>
        Repository.Sources("*.cshtml").Where(f => Inline().IsMatch(File.ReadAllText(f))).Select(Repository.Relative).ShouldBeEmpty();

    [Fact]
    public void No_page_asks_another_site() =>
        Repository.Sources("*.cshtml").Concat(Repository.Sources("*.css"))
            .Where(f => Foreign().IsMatch(File.ReadAllText(f))).Select(Repository.Relative).ShouldBeEmpty();

    [Fact]
    public void Nothing_is_left_to_do_later() =>
        Repository.Sources().Concat(Repository.Sources("*.cshtml")).Where(f => !f.EndsWith(nameof(HouseTests) + ".cs", StringComparison.Ordinal))
            .Where(f => Unfinished().IsMatch(File.ReadAllText(f))).Select(Repository.Relative).ShouldBeEmpty();

    [GeneratedRegex(@"(^|/)[A-Za-z]*(Common|Shared|Helpers|Utils|Manager|Service)(/|\.cs$)", RegexOptions.NonBacktracking)]
    private static partial Regex VagueName();

    [GeneratedRegex(@"\sstyle=""|\son[a-z]+=""|<script(>|\s+>)|javascript:", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex(@"(src|href)=""(https?:)?//[^""]*\.(js|css|png|svg|woff2?)""|@import\s+url\(https?:|url\(['""]?https?:", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Foreign();

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|NotImplementedException|[Cc]oming soon", RegexOptions.NonBacktracking)]
    private static partial Regex Unfinished();
}
