using System.Text;
using System.Text.RegularExpressions;

namespace Causeway.ResourceDirectory;

/// <summary>
/// Writes listings as CSV whose cells no spreadsheet program runs (docs/operate/files.md): a cell that begins like a formula
/// gets an apostrophe in front, which reading the list again takes off. A phone number written with a plus and blanks is no
/// formula for any program and stays as it is.
/// </summary>
internal static partial class ListingCsv
{
    public static async Task WriteAsync(Stream to, IQueryable<Listing> listings, IReadOnlyList<FileColumn> columns, CancellationToken ct)
    {
        var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using (writer)
        {
            await LineAsync(writer, columns.Select(c => c.Heading));
            await foreach (var listing in ListingFile.Rows(listings).WithCancellation(ct))
            {
                await LineAsync(writer, columns.Select(c => c.Text(listing)));
            }
        }
    }

    public static string Cell(string text) => InternationalNumber().IsMatch(text) ? text : CellText.ForCsv(text);

    private static Task LineAsync(StreamWriter writer, IEnumerable<string> cells) => writer.WriteAsync(string.Join(',', cells.Select(Cell)) + "\r\n");

    [GeneratedRegex(@"^\+[0-9]{1,3}( [0-9]{1,8}){1,6}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InternationalNumber();
}
