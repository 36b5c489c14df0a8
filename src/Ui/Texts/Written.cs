using System.Globalization;

namespace Causeway.Ui;

/// <summary>Writes in the language of whoever will read it, which is seldom that of the person whose act makes a mail go out.</summary>
public static class Written
{
    /// <param name="language">BCP 47 tag; texts and dates inside <paramref name="write"/> follow it.</param>
    public static string In(string language, Func<string> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var (ui, culture) = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
            return write();
        }
        finally
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (ui, culture);
        }
    }
}
