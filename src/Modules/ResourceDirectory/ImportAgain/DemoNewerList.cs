using System.Text;
using System.Text.Json;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>
/// One school of the made-up city has this year's version of its list ready to be looked at: a new line, changed ones, and
/// two that are gone.
/// </summary>
internal sealed class DemoNewerList(AppDbContext db, UploadListHandler upload, IActorSource actors) : IDemoPart
{
    public int Order => 36;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        if (!city.Description.TryGetProperty("lists", out var lists) || lists.EnumerateArray().FirstOrDefault(IsFit) is not { ValueKind: JsonValueKind.Object } list)
        {
            return;
        }

        db.ChangeTracker.Clear();
        var person = new PersonId(city.Ids["person:" + list.GetProperty("importedBy").GetString()]);
        db.Scope.Set(Actor.Anonymous with { Person = person });
        var actor = await actors.FindAsync(person, null, ct) ?? throw new InvalidOperationException($"{list} was imported by nobody.");
        db.Scope.Set(actor);
        var file = list.GetProperty("file").GetString()!;
        var name = Path.GetFileName(file);
        var before = await db.Set<ListImport>().AsNoTracking().Where(i => i.FileName == name).OrderByDescending(i => i.CreatedAt).FirstOrDefaultAsync(ct);
        if (before is null || ListReader.Open(await File.ReadAllBytesAsync(Path.Combine(city.Folder, file), ct), name).File is not { } old)
        {
            return;
        }

        var newer = $"{Path.GetFileNameWithoutExtension(name)} {city.Today.Year}.csv";
        var answer = await upload.HandleAsync(new UploadList(Encoding.UTF8.GetBytes(Newer(old.Sheets[0], before)), newer, null), actor, ct);
        if (answer.Refusal is { } refusal)
        {
            throw new InvalidOperationException($"{newer}: {refusal.Code}");
        }

        db.ChangeTracker.Clear();
    }

    private static bool IsFit(JsonElement list) => list.GetProperty("format").GetString() == "csv" && list.GetProperty("encoding").GetString() == "utf-8"
        && list.GetProperty("audience").GetString() == "outside" && list.GetProperty("sharing").GetString() == "network";

    private static string Newer(ListSheet sheet, ListImport before)
    {
        int At(params ListColumn[] columns) => before.Columns.FirstOrDefault(c => columns.Contains(c.Column))?.Index ?? -1;
        var (name, phone, help) = (At(ListColumn.PersonName, ListColumn.PersonOrBody), At(ListColumn.Phone, ListColumn.Mobile), At(ListColumn.HelpOffered, ListColumn.Profession));
        var rows = sheet.Rows().Select(r => r.Cells.ToArray()).ToList();
        var added = rows[1].Select((_, i) => i == name ? "Ottilie Brandvold" : i == phone ? "555 0197" : i == help ? "Speech and language" : "").ToArray();
        Put(rows[2], phone, "555 0196");
        Put(rows[5], phone, "555 0195");
        Put(rows[7], help, "Grief, moving between countries");
        rows.RemoveRange(rows.Count - 2, 2);
        rows.Insert(3, added);
        var text = new StringBuilder();
        foreach (var cells in rows.Prepend([.. sheet.Columns.Select(c => c.Heading ?? "")]))
        {
            text.AppendJoin(',', cells.Select(c => CellText.ForCsv(c))).Append("\r\n");
        }

        return text.ToString();
    }

    private static void Put(string[] cells, int at, string text)
    {
        if (at >= 0 && at < cells.Length)
        {
            cells[at] = text;
        }
    }
}
