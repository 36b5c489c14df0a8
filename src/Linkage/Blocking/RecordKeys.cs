namespace Causeway.Linkage;

/// <summary>The keys by which records are brought together: records with an equal key may be one. Zero is "no key".</summary>
internal sealed class RecordKeys(RecordFeatures features)
{
    public const int Contexts = 11;

    /// <summary>One known fact about a record, to be joined with a word of its name or to split a block that is too large.</summary>
    public ulong Context(int row, int which) => which switch
    {
        0 => Key(10, features.Phone[row]),
        1 => Key(10, features.SecondPhone[row]),
        2 => Key(11, features.Places.Count > 1 ? features.Addresses[features.Address[row]].Place : 0),
        3 => Key(12, features.MailDomain[row]),
        4 => Key(12, features.Site[row]),
        5 => Key(13, features.Organisation[row]),
        6 => Key(14, features.Postcode[row]),
        7 => Key(15, features.City[row]),
        8 => Key(16, features.Birth[row]),
        9 => Key(17, features.MailLocal[row]),
        _ => Key(18, features.Category[row]),
    };

    /// <summary>Facts that may belong to one entity alone.</summary>
    public void AddFacts(int row, List<ulong> keys)
    {
        for (int i = 0; i < 5; i++)
        {
            AddKey(keys, Context(row, i));
        }

        AddKey(keys, Key(20, features.Mail[row]));
        AddKey(keys, Key(22, features.Identifier[row]));
        AddKey(keys, Context(row, 8));
        if (!features.GenericLocal[features.MailLocal[row]])
        {
            AddKey(keys, Key(21, features.MailLocal[row]));
        }

        AddBirthParts(row, keys);
    }

    /// <summary>Two sounds of a name together.</summary>
    public void AddNamePairs(int row, List<ulong> keys)
    {
        int[] sounds = features.Names[features.Name[row]].Sounds;
        for (int i = 0; i < sounds.Length; i++)
        {
            for (int j = i + 1; j < sounds.Length; j++)
            {
                AddKey(keys, Mix(Key(30, Math.Min(sounds[i], sounds[j]) + 1), (ulong)Math.Max(sounds[i], sounds[j])));
            }
        }
    }

    /// <summary>One sound of the name with one fact.</summary>
    public void AddNameWithContext(int row, List<ulong> keys)
    {
        NameForm name = features.Names[features.Name[row]];
        foreach (int sound in name.Sounds)
        {
            for (int i = 0; i < Contexts - 1; i++)
            {
                AddMixed(keys, Context(row, i), 40, sound);
            }

            BirthDate birth = features.BirthDates.Count > 1 ? features.BirthDates[features.Birth[row]] : default;
            AddMixed(keys, Key(23, birth.Year * 16 + birth.Month), 40, sound);
            AddMixed(keys, Key(24, birth.Year * 32 + birth.Day), 40, sound);
            AddMixed(keys, Key(25, birth.Month * 32 + birth.Day), 40, sound);
        }
    }

    /// <summary>Words of an organisation's name: its rarest ones in pairs, and each with each fact.</summary>
    public void AddOrganisationWords(int row, List<ulong> keys)
    {
        if (features.Kind[row] == EntityKind.Person)
        {
            return;
        }

        int[] words = features.Organisations[features.Organisation[row]].Words;
        int[] rare = [.. words.OrderBy(features.OrganisationWords.Records).ThenBy(word => word).Take(5)];
        for (int i = 0; i < rare.Length; i++)
        {
            ulong word = Key(50, features.OrganisationWords.Sound(rare[i]) + 1);
            if (i == 0)
            {
                AddKey(keys, Key(51, rare[i] + 1));
            }

            for (int j = i + 1; j < rare.Length; j++)
            {
                ulong other = Key(50, features.OrganisationWords.Sound(rare[j]) + 1);
                AddKey(keys, Mix(Math.Min(word, other), Math.Max(word, other)));
            }

            for (int context = 0; context < 8; context++)
            {
                AddMixed(keys, Context(row, context), 52, features.OrganisationWords.Sound(rare[i]));
            }
        }

        AddStreet(row, keys);
    }

    /// <summary>House number with each word of the street.</summary>
    private void AddStreet(int row, List<ulong> keys)
    {
        AddressForm address = features.Addresses[features.Address[row]];
        foreach (int word in address.Words)
        {
            AddMixed(keys, Key(53, address.Number), 54, word);
        }
    }

    private void AddBirthParts(int row, List<ulong> keys)
    {
        int phone = features.Phone[row];
        if (phone != 0 && features.Places.Count > 1)
        {
            AddMixed(keys, Key(26, phone), 27, features.Addresses[features.Address[row]].Place);
        }
    }

    private static void AddMixed(List<ulong> keys, ulong context, int family, int value)
    {
        if (context != 0)
        {
            AddKey(keys, Mix(context, Key(family, value + 1)));
        }
    }

    private static void AddKey(List<ulong> keys, ulong key)
    {
        if (key != 0)
        {
            keys.Add(key);
        }
    }

    private static ulong Key(int family, int value) => value == 0 ? 0 : Mix((ulong)family * 0x9E3779B97F4A7C15UL, (ulong)value);

    public static ulong Mix(ulong a, ulong b)
    {
        ulong x = (a ^ (b + 0x9E3779B97F4A7C15UL + (a << 6) + (a >> 2))) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return (x ^ (x >> 31)) | 1;
    }
}
