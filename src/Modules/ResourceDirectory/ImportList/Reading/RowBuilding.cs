using System.Globalization;

namespace Causeway.ResourceDirectory;

/// <summary>Puts the cells of one row into typed values, column by column.</summary>
internal sealed class RowBuilding(RawRow row, ListReadingOptions options)
{
    private readonly List<UnderstoodPhone> phones = [];
    private readonly List<UnderstoodText> emails = [];
    private readonly List<UnderstoodText> websites = [];
    private readonly List<UnderstoodLanguage> languages = [];
    private readonly List<Delivery> delivery = [];
    private readonly List<KeptText> texts = [];
    private readonly RowNames names = new();
    private string? extension;
    private UnderstoodValues single = new();

    public List<RowWarning> Warnings { get; } = [];

    /// <summary>Two people stand in one cell.</summary>
    public bool SeveralInOneCell => names.SeveralInOneCell;

    public void Add(ColumnReading column)
    {
        var raw = row.Cell(column.Index);
        var text = TextCleaning.Clean(raw);
        if (text.Length == 0)
        {
            return;
        }

        if (text.Contains('\uFFFD', StringComparison.Ordinal))
        {
            Warn(column, "cell.lost-letters", new Wording("“{0}” has letters that were lost before the file came to us.", TextCleaning.OneLine(text)));
        }

        if (text.StartsWith('#') && text is "#REF!" or "#N/A" or "#VALUE!" or "#NAME?" or "#DIV/0!" or "#NULL!" or "#NUM!")
        {
            Warn(column, "cell.formula-error", new Wording("The spreadsheet shows {0} here instead of a value.", text));
            Keep(column, text);
        }
        else if (NoValue.Is(text))
        {
            // "?", "k. A.", "unknown": nothing is known, and the wording stays to be seen.
            Keep(column, text, ListColumn.KeepOnly);
        }
        else
        {
            Read(column, text);
        }
    }

    /// <summary>A cell to the right of the last column, in a row longer than all that were measured.</summary>
    public void AddBeyond(int index)
    {
        if (!string.IsNullOrWhiteSpace(row.Cells[index]))
        {
            texts.Add(new KeptText(ListColumn.Unknown, null, TextCleaning.Clean(row.Cells[index])));
        }
    }

    public UnderstoodValues Values()
    {
        texts.AddRange(names.Settle(Profession));
        if (single.LicenceUntil is null && texts.Find(text => text.Column == ListColumn.Licence) is { } licence && LicenceReading.Until(licence.Text, options) is { } until)
        {
            single = single with { LicenceUntil = until };
        }

        if (extension is not null && phones.Count == 1 && phones[0].Extension is null)
        {
            phones[0] = phones[0] with { Extension = extension };
        }

        return single with
        {
            People = names.People, Organisations = names.Organisations, Phones = phones, Emails = emails, Websites = websites,
            Languages = languages, Delivery = [.. delivery.Distinct()], Texts = texts,
        };
    }

    private void Read(ColumnReading column, string text)
    {
        switch (column.Column)
        {
            case ListColumn.PersonOrBody or ListColumn.PersonName or ListColumn.GivenName or ListColumn.FamilyName or ListColumn.Title or ListColumn.Organisation or ListColumn.OtherName:
                ReadName(column, text);
                break;
            case ListColumn.Phone or ListColumn.DirectLine or ListColumn.Mobile or ListColumn.Fax:
                phones.AddRange(PhoneReading.Read(text, PhoneReading.KindOf(column.Column), options.CallingCode, (code, wording) => Warn(column, code, wording)));
                break;
            case ListColumn.Extension:
                extension = TextCleaning.OneLine(text);
                Keep(column, text);
                break;
            case ListColumn.Email:
                AddOrKeep(emails, OnlineReading.ReadMails(text, (code, wording) => Warn(column, code, wording)), column, text);
                break;
            case ListColumn.Website:
                AddOrKeep(websites, OnlineReading.ReadWebs(text, (code, wording) => Warn(column, code, wording)), column, text);
                break;
            case ListColumn.Languages:
                ReadLanguages(column, text);
                break;
            case ListColumn.Ages or ListColumn.Fee or ListColumn.WaitingTime:
                ReadTerms(column, text);
                break;
            case ListColumn.ConfirmedOn or ListColumn.LeavesOn or ListColumn.LicenceUntil:
                ReadDate(column, text);
                break;
            case ListColumn.Delivery or ListColumn.InsideSchool or ListColumn.Availability:
                ReadChoice(column, text);
                break;
            case ListColumn.Latitude or ListColumn.Longitude:
                ReadPosition(column, text);
                break;
            default:
                Keep(column, text);
                break;
        }
    }

    private void ReadName(ColumnReading column, string text)
    {
        if (!names.Read(column, text))
        {
            Warn(column, "name.not-readable", new Wording("“{0}” is not a name.", TextCleaning.OneLine(text)));
            Keep(column, text, ListColumn.KeepOnly);
        }
    }

    private void ReadLanguages(ColumnReading column, string text)
    {
        var found = LanguageReading.Read(text);
        languages.AddRange(found);
        Keep(column, text);
        foreach (var unknown in found.Where(language => language.Code is null))
        {
            Warn(column, "language.unknown", new Wording("“{0}” is not a language we know. It is kept as written.", unknown.Name));
        }
    }

    private void ReadTerms(ColumnReading column, string text)
    {
        Keep(column, text);
        switch (column.Column)
        {
            case ListColumn.Ages:
                single = single with { Ages = single.Ages ?? TermsReading.Ages(text) ?? NotUnderstood<UnderstoodAges>(column, "ages.not-understood", "We could not read ages in “{0}”. The wording stays.", text) };
                break;
            case ListColumn.Fee:
                single = single with { Fee = single.Fee ?? FeeReading.Read(text, options.Currency) ?? NotUnderstood<UnderstoodFee>(column, "fee.not-understood", "We could not read an amount in “{0}”. The wording stays.", text) };
                break;
            default:
                single = single with { WaitingTime = single.WaitingTime ?? TermsReading.Waiting(text) ?? NotUnderstood<UnderstoodWait>(column, "wait.not-understood", "We could not read a waiting time in “{0}”. The wording stays.", text) };
                break;
        }
    }

    private void ReadDate(ColumnReading column, string text)
    {
        Keep(column, text);
        var date = DateReading.Read(text, options);
        if (date is null)
        {
            Warn(column, "date.not-understood", new Wording("We could not read a date in “{0}”. The wording stays.", TextCleaning.OneLine(text)));
        }
        else if (column.Column == ListColumn.ConfirmedOn && date.Day > options.Today)
        {
            Warn(column, "date.in-future", new Wording("“{0}” lies in the future, so it cannot be when this was checked.", TextCleaning.OneLine(text)));
        }
        else if (column.Column == ListColumn.LeavesOn && date.Precision == DatePrecision.Day && date.Day < options.Today)
        {
            Warn(column, "date.has-left", new Wording("“{0}” is past: this person may have left.", TextCleaning.OneLine(text)));
        }

        single = column.Column switch
        {
            ListColumn.ConfirmedOn => single with { ConfirmedOn = single.ConfirmedOn ?? date },
            ListColumn.LeavesOn => single with { LeavesOn = single.LeavesOn ?? date },
            _ => single with { LicenceUntil = single.LicenceUntil ?? date },
        };
    }

    private void ReadChoice(ColumnReading column, string text)
    {
        Keep(column, text);
        var yes = YesNo.Read(text.Trim('(', ')', ' '));
        switch (column.Column)
        {
            case ListColumn.InsideSchool:
                single = single with { InsideSchool = yes ?? Placing.Inside(text) };
                break;
            case ListColumn.Availability:
                single = single with { TakesNewClients = yes ?? Placing.TakesNew(text) };
                break;
            default:
                // A column headed "online" answers yes or no; one headed "how" names the way.
                var ways = yes is null ? TermsReading.DeliveryOf(text) : yes.Value ? TermsReading.DeliveryOf(column.Heading ?? "") : [];
                delivery.AddRange(ways);
                WarnIf(yes is null && ways.Count == 0, column, "delivery.not-understood", new Wording("We could not read in “{0}” how help is given. The wording stays.", TextCleaning.OneLine(text)));
                break;
        }
    }

    private void ReadPosition(ColumnReading column, string text)
    {
        Keep(column, text);
        var isLatitude = column.Column == ListColumn.Latitude;
        var isNumber = double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value);

        // Zero is what programs write when they know no place; nobody works in the Gulf of Guinea.
        if (!isNumber || value == 0 || Math.Abs(value) > (isLatitude ? 90 : 180))
        {
            Warn(column, "position.not-usable", new Wording("“{0}” is no place on the map.", TextCleaning.OneLine(text)));
            return;
        }

        single = isLatitude ? single with { Latitude = value } : single with { Longitude = value };
    }

    private T? NotUnderstood<T>(ColumnReading column, string code, string message, string text)
        where T : class
    {
        Warn(column, code, new Wording(message, TextCleaning.OneLine(text)));
        return null;
    }

    private string? Profession => texts.FirstOrDefault(text => text.Column == ListColumn.Profession)?.Text;

    private void Keep(ColumnReading column, string text, ListColumn? instead = null) => texts.Add(new KeptText(instead ?? column.Column, column.Heading, text));

    private void AddOrKeep(List<UnderstoodText> known, List<UnderstoodText> found, ColumnReading column, string text)
    {
        known.AddRange(found);
        if (found.Count == 0)
        {
            Keep(column, text);
        }
    }

    private void WarnIf(bool condition, ColumnReading column, string code, Wording text)
    {
        if (condition)
        {
            Warn(column, code, text);
        }
    }

    private void Warn(ColumnReading column, string code, Wording text) => Warnings.Add(new RowWarning(column.Column, column.Index, code, text));
}
