using System.Globalization;

namespace Causeway.Linkage;

/// <summary>Reads a table in canonical order into <see cref="RecordFeatures"/>, each different value once.</summary>
internal sealed class FeatureReader
{
    private readonly RecordTable _table;
    private readonly FieldKind[] _kinds;
    private readonly RecordFeatures _features;

    private FeatureReader(RecordTable table, FieldKind[] kinds)
    {
        _table = table;
        _kinds = kinds;
        _features = new RecordFeatures(table.Count);
    }

    public static RecordFeatures Read(RecordTable table, FieldKind[] kinds)
    {
        var reader = new FeatureReader(table, kinds);
        reader.ReadSimpleFields();
        reader.ReadPhones();
        reader.ReadMails();
        NameColumns.Read(table, kinds, reader._features);
        AddressColumns.Read(table, kinds, reader._features);
        reader._features.GenericLocal = DeskMailboxes.Find(reader._features);
        reader._features.Namesakes = new NamesakeCounts(reader._features);
        return reader._features;
    }

    private void ReadSimpleFields()
    {
        RecordFeatures f = _features;
        Simple(FieldKind.City, f.Cities, f.City, CityWords);
        Simple(FieldKind.Postcode, f.Postcodes, f.Postcode, Compact);
        Simple(FieldKind.Region, f.Regions, f.Region, TextFolding.Fold);
        Simple(FieldKind.Country, f.Countries, f.Country, TextFolding.Fold);
        Simple(FieldKind.Category, f.Categories, f.Category, TextFolding.Fold);
        Simple(FieldKind.Source, f.Sources, f.Source, text => text);
        Simple(FieldKind.Identifier, f.Identifiers, f.Identifier, Compact);
        Simple(FieldKind.Website, f.Domains, f.Site, MailAddress.Site);
        ReadBirths();
    }

    private void Simple(FieldKind kind, ValueBook book, int[] target, Func<string, string> normalise)
    {
        foreach (TextColumn column in Columns(kind))
        {
            int[] numbers = [.. column.Values.Select(value => book.Add(value.Length == 0 ? "" : normalise(value)))];
            for (int row = 0; row < target.Length; row++)
            {
                int number = numbers[column.Codes[row]];
                if (target[row] == 0 && number != 0)
                {
                    target[row] = number;
                    book.CountRecord(number);
                }
            }
        }
    }

    private void ReadBirths()
    {
        Simple(FieldKind.BirthDate, _features.Births, _features.Birth,
            text => BirthDate.TryParse(text, out BirthDate date) || date.Year > 0 ? Written(date) : "");
        TextColumn? year = Columns(FieldKind.BirthYear).FirstOrDefault();
        if (year is not null && !Columns(FieldKind.BirthDate).Any())
        {
            TextColumn? month = Columns(FieldKind.BirthMonth).FirstOrDefault();
            TextColumn? day = Columns(FieldKind.BirthDay).FirstOrDefault();
            for (int row = 0; row < _table.Count; row++)
            {
                var date = new BirthDate(Number(year[row]), Number(month?[row]), Number(day?[row]));
                int number = date == default ? 0 : _features.Births.Add(Written(date));
                _features.Birth[row] = number;
                _features.Births.CountRecord(number);
            }
        }

        for (int i = 1; i < _features.Births.Count; i++)
        {
            _ = BirthDate.TryParse(_features.Births.Text(i), out BirthDate date);
            _features.BirthDates.Add(date);
        }
    }

    private void ReadPhones()
    {
        RecordFeatures f = _features;
        foreach (TextColumn column in Columns(FieldKind.Phone))
        {
            (int First, int Second)[] numbers = [.. column.Values.Select(value =>
            {
                (string first, string second) = PhoneNumbers.Keys(value);
                return (f.PhoneKeys.Add(first), f.PhoneKeys.Add(second));
            })];
            for (int row = 0; row < f.Count; row++)
            {
                (int first, int second) = numbers[column.Codes[row]];
                AddPhone(row, first);
                AddPhone(row, second);
            }
        }
    }

    private void AddPhone(int row, int number)
    {
        RecordFeatures f = _features;
        if (number == 0 || f.Phone[row] == number || f.SecondPhone[row] != 0)
        {
            return;
        }

        (f.Phone[row] == 0 ? f.Phone : f.SecondPhone)[row] = number;
        f.PhoneKeys.CountRecord(number);
    }

    private void ReadMails()
    {
        RecordFeatures f = _features;
        Simple(FieldKind.Email, f.MailKeys, f.Mail, text => MailAddress.Read(text) is var mail && mail.Domain.Length > 0
            ? mail.Local + "@" + mail.Domain
            : mail.Local);
        var locals = new int[f.MailKeys.Count];
        var domains = new int[f.MailKeys.Count];
        for (int i = 1; i < f.MailKeys.Count; i++)
        {
            MailAddress mail = MailAddress.Read(f.MailKeys.Text(i));
            f.Mails.Add(mail);
            locals[i] = f.MailLocals.Add(mail.Local);
            domains[i] = f.Domains.Add(mail.Domain);
        }

        for (int row = 0; row < f.Count; row++)
        {
            int mail = f.Mail[row];
            f.MailLocal[row] = locals[mail];
            f.MailLocals.CountRecord(locals[mail]);
            f.MailDomain[row] = domains[mail];
            if (domains[mail] != f.Site[row])
            {
                f.Domains.CountRecord(domains[mail]);
            }
        }
    }

    private IEnumerable<TextColumn> Columns(FieldKind kind)
    {
        for (int i = 0; i < _kinds.Length; i++)
        {
            if (_kinds[i] == kind)
            {
                yield return _table.Columns[i];
            }
        }
    }

    private static string Written(BirthDate date) => FormattableString.Invariant($"{date.Year:0000}-{date.Month:00}-{date.Day:00}");

    private static int Number(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out int number) ? number : 0;

    private static string Compact(string text) => TextFolding.Fold(text).Replace(" ", "", StringComparison.Ordinal);

    private static string CityWords(string text)
    {
        int comma = text.AsSpan().IndexOfAny(',', '(', '/');
        string folded = TextFolding.Fold(comma > 1 ? text[..comma] : text);
        return folded.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ' ') is { Length: > 1 } bare ? bare : folded;
    }
}
