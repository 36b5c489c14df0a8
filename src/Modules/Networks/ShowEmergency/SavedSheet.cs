using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.Extensions.Localization;

namespace Causeway.Networks;

/// <summary>
/// The sheet as one file that needs nothing else: no style sheet, no script, no network. It opens in any browser in
/// aeroplane mode, and numbers can be dialled from it.
/// </summary>
internal static class SavedSheet
{
    public static byte[] Write(EmergencySheet sheet, string language, bool rightToLeft, IStringLocalizer texts)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"{Say(language)}\" dir=\"{(rightToLeft ? "rtl" : "ltr")}\"><head><meta charset=\"utf-8\">");
        page.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        page.Append(CultureInfo.InvariantCulture, $"<title>{Say(texts["In an emergency"])}</title></head><body><main>");
        page.Append(CultureInfo.InvariantCulture, $"<h1>{Say(texts["In an emergency"])}: {Say(sheet.Network.Area)}</h1>");
        page.Append(CultureInfo.InvariantCulture, $"<p>{Say(sheet.Network.Name)}. {Say(texts["Saved on {0}.", Day(sheet.Day, texts)])} ");
        page.Append(CultureInfo.InvariantCulture, $"{Say(sheet.Card.CheckedOn is { } day ? texts["Numbers checked on {0}.", Day(day, texts)] : texts["Nobody has checked these numbers yet."])}</p><ul>");
        foreach (var number in sheet.Card.Numbers)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li><strong>{Say(number.Service)}: {Dial(number.Number)}</strong>{(number.Hours is { } hours ? ", " + Say(hours) : "")}</li>");
        }

        page.Append("</ul>");
        if (sheet.Card.DutyToReport.Length > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"<h2>{Say(texts["Duty to report"])}</h2><p>{Say(sheet.Card.DutyToReport)}</p>");
        }

        foreach (var desk in sheet.Desks)
        {
            Add(page, desk, texts);
        }

        return Encoding.UTF8.GetBytes(page.Append("</main></body></html>").ToString());
    }

    private static void Add(StringBuilder page, EmergencyDesk desk, IStringLocalizer texts)
    {
        var l = desk.Liaison;
        page.Append(CultureInfo.InvariantCulture, $"<h2>{Say(l.Name)}</h2><p>{Dial(l.Phone)}{(l.Hours.Length > 0 ? ", " + Say(l.Hours) : "")}{(l.Address.Length > 0 ? "<br>" + Say(l.Address) : "")}</p>");
        if (desk.Officers.Count > 0)
        {
            page.Append("<ul>");
            foreach (var o in desk.Officers)
            {
                page.Append(CultureInfo.InvariantCulture, $"<li>{Say(o.Name)}{(o.Position.Length > 0 ? ", " + Say(o.Position) : "")}{(o.Phone.Length > 0 ? ": " + Dial(o.Phone) : "")}</li>");
            }

            page.Append("</ul>");
        }

        page.Append(CultureInfo.InvariantCulture, $"<p>{Say(l.ConfirmedOn is { } day ? texts["Confirmed on {0}.", Day(day, texts)] : texts["Never confirmed."])}</p>");
    }

    private static string Dial(string number) =>
        $"<a dir=\"ltr\" href=\"{EmergencySheet.Dial(number)}\">{Say(number)}</a>";

    private static string Day(DateOnly day, IStringLocalizer texts) => day.ToString(texts["d MMMM yyyy"], CultureInfo.CurrentCulture);

    private static string Say(string text) => HtmlEncoder.Default.Encode(text);
}
