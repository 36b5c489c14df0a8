using System.Globalization;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Causeway.Partnerships;

/// <summary>Words about files, and the shelves as a form says them.</summary>
internal static class FileWords
{
    private const string Project = "Project:";

    public static string Of(FileShelf shelf) => shelf switch
    {
        FileShelf.Partnership => "The partnership",
        FileShelf.Agreement => "The agreement",
        FileShelf.Project => "A joint project",
        _ => throw new ArgumentOutOfRangeException(nameof(shelf)),
    };

    public static (string Text, StateKind Kind) Of(KeeperState state) => state switch
    {
        KeeperState.Keeps => ("Keeps it", StateKind.Ok),
        KeeperState.Leaves => ("Is leaving", StateKind.Wait),
        KeeperState.HasLeft => ("Has left", StateKind.Stop),
        KeeperState.Nobody => ("Nobody keeps it", StateKind.Stop),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>"PDF, 12 kB".</summary>
    public static string Of(FileVersion version, IStringLocalizer t) =>
        $"{t[FileFormat.Of(version.Ending)?.Label ?? "File"].Value}, {(version.Bytes < 1_000_000 ? t["{0} kB", Math.Max(1, version.Bytes / 1000)].Value : t["{0} MB", (version.Bytes / 1_000_000m).ToString("0.#", CultureInfo.CurrentCulture)].Value)}";

    public static string Write(FilePlace place) => place.Shelf == FileShelf.Project ? Project + place.Project : place.Shelf.ToString();

    public static FilePlace? Read(string? text) => text switch
    {
        nameof(FileShelf.Partnership) => new FilePlace(FileShelf.Partnership, null),
        nameof(FileShelf.Agreement) => new FilePlace(FileShelf.Agreement, null),
        not null when text.StartsWith(Project, StringComparison.Ordinal) && Guid.TryParse(text.AsSpan(Project.Length), out var id) => new FilePlace(FileShelf.Project, new(id)),
        _ => null,
    };

    /// <summary>A finished project takes nothing more.</summary>
    public static IReadOnlyList<SelectListItem> Places(IEnumerable<JointProject> projects, IStringLocalizer t) =>
    [
        new(t[Of(FileShelf.Partnership)], nameof(FileShelf.Partnership)), new(t[Of(FileShelf.Agreement)], nameof(FileShelf.Agreement)),
        .. projects.Where(p => !p.IsFinished).Select(p => new SelectListItem(p.Title, Write(new(FileShelf.Project, p.Id)))),
    ];
}
