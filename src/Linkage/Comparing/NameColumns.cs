namespace Causeway.Linkage;

/// <summary>Reads names of persons and organisations and says which of the two a record stands for.</summary>
internal sealed class NameColumns
{
    private readonly RecordFeatures _features;
    private readonly TextColumn[] _columns;
    private readonly NamePart[] _parts;
    private readonly TextColumn? _organisation;
    private readonly bool _namesOnlyPersons;
    private readonly Dictionary<UInt128, int> _nameForms = [];
    private readonly Dictionary<string, int> _organisationForms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _organisationTexts = new(StringComparer.Ordinal);

    private NameColumns(RecordTable table, FieldKind[] kinds, RecordFeatures features)
    {
        _features = features;
        int[] order = [.. Enumerable.Range(0, kinds.Length).Where(i => PartOf(kinds[i]) is not null).Take(4)];
        _columns = [.. order.Select(i => table.Columns[i])];
        _parts = [.. order.Select(i => PartOf(kinds[i])!.Value)];
        int at = Array.IndexOf(kinds, FieldKind.OrganisationName);
        _organisation = at >= 0 ? table.Columns[at] : null;
        _namesOnlyPersons = order.Any(i => kinds[i] != FieldKind.Name);
    }

    public static void Read(RecordTable table, FieldKind[] kinds, RecordFeatures features)
    {
        var reader = new NameColumns(table, kinds, features);
        for (int row = 0; row < table.Count; row++)
        {
            reader.ReadRow(row);
        }
    }

    private static NamePart? PartOf(FieldKind kind) => kind switch
    {
        FieldKind.Name or FieldKind.PersonName => NamePart.Unknown,
        FieldKind.GivenName => NamePart.Given,
        FieldKind.FamilyName => NamePart.Family,
        _ => null,
    };

    private void ReadRow(int row)
    {
        string organisation = _organisation?[row] ?? "";
        string name = _columns.Length == 1 ? _columns[0][row] : "";
        EntityKind kind = KindOf(row, name, organisation);
        _features.Kind[row] = kind;
        if (kind == EntityKind.Organisation && name.Length > organisation.Length)
        {
            organisation = name;
        }

        int organisationForm = organisation.Length == 0 ? 0 : OrganisationForm(organisation);
        _features.Organisation[row] = organisationForm;
        if (organisationForm != 0)
        {
            _features.OrganisationRecords[organisationForm]++;
            _features.OrganisationWords.CountRecord(_features.Organisations[organisationForm].Words);
        }

        if (kind != EntityKind.Organisation)
        {
            int form = NameForm(row);
            _features.Name[row] = form;
            _features.NameRecords[form]++;
            _features.NameWords.CountRecord(_features.Names[form].Words);
        }
    }

    private EntityKind KindOf(int row, string name, string organisation)
    {
        if (_columns.Length == 0)
        {
            return EntityKind.Organisation;
        }

        if (_namesOnlyPersons)
        {
            return EntityKind.Person;
        }

        if (!name.Any(char.IsLetter))
        {
            return _organisation is null ? EntityKind.Unknown : EntityKind.Organisation;
        }

        string[] words = TextFolding.Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (Array.Exists(words, word => Causeway.Linkage.OrganisationWords.IsKind(Causeway.Linkage.OrganisationWords.Full(word))))
        {
            return EntityKind.Organisation;
        }

        bool acronym = words.Length == 1 && name.Length <= 6 && name.All(char.IsUpper);
        return acronym || SameWords(words, organisation) ? EntityKind.Organisation : EntityKind.Person;
    }

    private static bool SameWords(string[] words, string organisation)
    {
        if (organisation.Length == 0)
        {
            return false;
        }

        string[] others = TextFolding.Fold(organisation).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Count(word => others.Contains(word, StringComparer.Ordinal)) * 5 >= words.Length * 3;
    }

    private int NameForm(int row)
    {
        UInt128 key = 0;
        foreach (TextColumn column in _columns)
        {
            key = key << 32 | (uint)column.Codes[row];
        }

        if (key == 0)
        {
            return 0;
        }

        if (!_nameForms.TryGetValue(key, out int number))
        {
            number = _features.Names.Count;
            _features.Names.Add(MakeNameForm(row));
            _features.NameRecords.Add(0);
            _nameForms.Add(key, number);
        }

        return number;
    }

    private NameForm MakeNameForm(int row)
    {
        var words = new List<int>(4);
        var parts = new List<NamePart>(4);
        var sounds = new List<int>(6);
        for (int i = 0; i < _columns.Length; i++)
        {
            List<string> texts = _columns[i][row].Length == 0 ? [] : NameReader.PersonWordsOf(_columns[i][row]);
            for (int j = 0; j < texts.Count && words.Count < 8; j++)
            {
                int word = _features.NameWords.Add(texts[j]);
                if (!words.Contains(word))
                {
                    words.Add(word);
                    parts.Add(_parts[i]);
                }

                AddSound(sounds, _features.NameWords.Sound(word), texts[j].Length);
                if (j > 0 && (texts.Count > 2 || _parts[i] != NamePart.Unknown))
                {
                    AddSound(sounds, _features.NameWords.SoundOf(texts[j - 1] + texts[j]), 9);
                }
            }
        }

        return new NameForm([.. words], [.. parts], [.. sounds]);
    }

    private static void AddSound(List<int> sounds, int sound, int length)
    {
        if (length > 1 && !sounds.Contains(sound))
        {
            sounds.Add(sound);
        }
    }

    private int OrganisationForm(string text)
    {
        if (_organisationTexts.TryGetValue(text, out int known))
        {
            return known;
        }

        List<string> words = NameReader.OrganisationWordsOf(text);
        string key = string.Join(' ', words);
        if (!_organisationForms.TryGetValue(key, out int number))
        {
            number = words.Count == 0 ? 0 : _features.Organisations.Count;
            if (number != 0)
            {
                int[] numbers = [.. words.Select(_features.OrganisationWords.Add).Distinct().Take(12)];
                _features.Organisations.Add(new OrganisationForm(numbers, string.Concat(words.Select(word => word[0]))));
                _features.OrganisationRecords.Add(0);
            }

            _organisationForms.Add(key, number);
        }

        _organisationTexts.Add(text, number);
        return number;
    }
}
