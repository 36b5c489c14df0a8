namespace Causeway.Linkage;

/// <summary>Reads street addresses; a house number in a column of its own belongs in front of the street.</summary>
internal static class AddressColumns
{
    public static void Read(RecordTable table, FieldKind[] kinds, RecordFeatures features)
    {
        TextColumn[] columns =
        [
            .. Columns(table, kinds, FieldKind.HouseNumber).Take(1),
            .. Columns(table, kinds, FieldKind.Address).Take(3),
        ];
        if (columns.Length == 0)
        {
            return;
        }

        var forms = new Dictionary<UInt128, int>();
        for (int row = 0; row < table.Count; row++)
        {
            UInt128 key = 0;
            foreach (TextColumn column in columns)
            {
                key = key << 32 | (uint)column.Codes[row];
            }

            int form = 0;
            if (key != 0 && !forms.TryGetValue(key, out form))
            {
                form = Add(features, string.Join(' ', columns.Select(column => column[row])));
                forms.Add(key, form);
            }

            features.Address[row] = form;
            if (form != 0)
            {
                features.AddressWords.CountRecord(features.Addresses[form].Words);
                features.Places.CountRecord(features.Addresses[form].Place);
                features.HouseNumbers.CountRecord(features.Addresses[form].Number);
            }
        }
    }

    private static int Add(RecordFeatures features, string text)
    {
        (string number, List<string> words) = StreetWords.Read(text);
        if (number.Length == 0 && words.Count == 0)
        {
            return 0;
        }

        string longest = words.Count == 0 ? "" : words.MaxBy(word => word.Length)!;
        features.Addresses.Add(new AddressForm(
            features.HouseNumbers.Add(number),
            [.. words.Select(features.AddressWords.Add).Distinct().Take(8)],
            features.Places.Add(number + " " + longest)));
        return features.Addresses.Count - 1;
    }

    private static IEnumerable<TextColumn> Columns(RecordTable table, FieldKind[] kinds, FieldKind kind) =>
        Enumerable.Range(0, kinds.Length).Where(i => kinds[i] == kind).Select(i => table.Columns[i]);
}
