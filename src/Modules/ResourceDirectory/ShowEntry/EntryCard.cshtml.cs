using System.Text;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>One entry as a card for the address book of a phone.</summary>
[Requires(DirectoryPermissions.Search)]
internal sealed class EntryCardPage(AppDbContext db, DirectoryLimits limits) : CausewayPage
{
    public async Task<IActionResult> OnGetAsync(EntryId id, CancellationToken ct)
    {
        var entry = await db.Set<Entry>().AsNoTracking().FirstOrDefaultAsync(e => e.Id == id, ct);
        if (entry is null || !May(DirectoryPermissions.Search, new AccessObject(Network: entry.NetworkId)))
        {
            return NotThere();
        }

        var seen = await limits.TrySeeAsync([id], Actor, ct);
        db.Record(seen ? "entry.card-taken" : "directory.limit-reached", id.Value);
        await db.SaveChangesAsync(ct);
        return seen
            ? File(Encoding.UTF8.GetBytes(EntryCard.Write(entry)), "text/vcard; charset=utf-8", "entry.vcf")
            : StatusCode(StatusCodes.Status429TooManyRequests);
    }
}

/// <summary>Writes a vCard 4.0 (RFC 6350): facts that are shown, never a note.</summary>
internal static class EntryCard
{
    private const int LongestLine = 75;

    public static string Write(Entry entry)
    {
        var shown = entry.Claims.Where(c => c.Shown).Select(c => c.Fact).ToList();
        var card = new StringBuilder();
        Line(card, "BEGIN", "VCARD");
        Line(card, "VERSION", "4.0");
        Line(card, "UID", "urn:uuid:" + entry.Id);
        Line(card, "KIND", entry.Kind == EntryKind.Person ? "individual" : "org");
        Line(card, "FN", Text(entry.Name));
        foreach (var fact in shown)
        {
            if (Property(fact) is { } property)
            {
                Line(card, property.Name, property.Value);
            }
        }

        Line(card, "REV", entry.ChangedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture));
        Line(card, "END", "VCARD");
        return card.ToString();
    }

    private static (string Name, string Value)? Property(Fact fact) => fact.Field switch
    {
        FactField.DirectLine => ("TEL;TYPE=voice,work;PREF=1", Text(fact.Text)),
        FactField.Phone => ("TEL;TYPE=voice,work", Text(fact.Text)),
        FactField.Mobile => ("TEL;TYPE=cell", Text(fact.Text)),
        FactField.Fax => ("TEL;TYPE=fax", Text(fact.Text)),
        FactField.Email => ("EMAIL", Text(fact.Text)),
        FactField.Website => ("URL", Plain(fact.Text)),
        FactField.Organisation => ("ORG", Text(fact.Text)),
        FactField.Profession => ("TITLE", Text(fact.Text)),
        FactField.Position => ("ROLE", Text(fact.Text)),
        FactField.Address when fact.Code != LentFacts.Secret => ("ADR", $";;{Text(fact.Text)};;;;"),
        FactField.Languages when fact.Code is not null => ("LANG", Plain(fact.Code)),
        _ => null,
    };

    /// <summary>No line break may come out of a value: it would begin a property of its own.</summary>
    private static string Text(string value) => Plain(value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal).ReplaceLineEndings("\\n"));

    private static string Plain(string value) => new([.. value.ReplaceLineEndings(" ").Where(c => !char.IsControl(c))]);

    /// <summary>Lines of more than 75 bytes go on in the next line after a blank, never within a letter.</summary>
    private static void Line(StringBuilder card, string name, string value)
    {
        var bytes = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > LongestLine)
            {
                card.Append("\r\n ");
                bytes = 1;
            }

            card.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }

        card.Append("\r\n");
    }
}
