using System.Globalization;
using System.Text;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.ResourceDirectory;

/// <summary>Writes the own school's listings as a CSV that reads back in, and whose cells no spreadsheet program runs.</summary>
internal static class ListingCsv
{
    private static readonly FactField[] Fields = [.. Enum.GetValues<FactField>().Where(f => f != FactField.Name)];

    /// <param name="t">Headings in the reader's language; null: English.</param>
    public static async Task WriteAsync(AppDbContext db, Stream to, IQueryable<Listing> listings, bool withNotes, IStringLocalizer? t, CancellationToken ct)
    {
        var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using (writer)
        {
            string Say(string text) => t is null ? text : t[text].Value;
            await LineAsync(writer, [Say("Name"), Say("Inside or outside the school"), .. Fields.Select(f => Say(FactWords.Label(f))), .. withNotes ? [Say("Note")] : Array.Empty<string>()]);
            await foreach (var listing in listings.AsNoTracking().OrderBy(l => l.Place).ThenBy(l => l.NameKey).ThenBy(l => l.Id).AsAsyncEnumerable().WithCancellation(ct))
            {
                string[] cells =
                [
                    listing.Name,
                    Say(listing.Place == ListingPlace.Inside ? "Inside" : "Outside"),
                    .. Fields.Select(f => string.Join("; ", listing.Facts.Where(x => x.Field == f).Select(x => Text(x, t)))),
                    .. withNotes ? [listing.Note ?? ""] : Array.Empty<string>(),
                ];
                await LineAsync(writer, cells);
            }
        }
    }

    private static string Text(Fact fact, IStringLocalizer? t) => fact.Field switch
    {
        FactField.ConfirmedOn or FactField.LicenceUntil or FactField.LeavesOn => fact.Code ?? fact.Text,
        _ when t is not null => FactWords.Say(fact, t),
        FactField.Languages when fact.Detail is not null => string.Create(CultureInfo.InvariantCulture, $"{fact.Text} ({fact.Detail})"),
        _ => fact.Text,
    };

    private static Task LineAsync(StreamWriter writer, IEnumerable<string> cells) =>
        writer.WriteAsync(string.Join(',', cells.Select(c => CellText.ForCsv(c))) + "\r\n");
}
