namespace Causeway.Linkage;

/// <summary>What two records can agree or disagree in. Evidence with one cause is one signal: a clinic's phone, name and address are "place".</summary>
internal enum Signal : byte
{
    NameWord,
    Organisation,
    Place,
    City,
    Postcode,
    Region,
    Mail,
    Phone,
    Address,
    Website,
    Birth,
    Identifier,
    Category,
    Source,
}

/// <summary>Levels of <see cref="Signal.NameWord"/>.</summary>
internal static class WordLevel
{
    public const byte Same = 0, Variant = 1, Slip = 2, Weak = 3, Initial = 4, Different = 5, Extra = 6;
}

/// <summary>Levels of <see cref="Signal.Organisation"/>.</summary>
internal static class OrganisationLevel
{
    public const byte Same = 0, High = 1, Medium = 2, Low = 3, Different = 4;
}

/// <summary>Levels of <see cref="Signal.Place"/>.</summary>
internal static class PlaceLevel
{
    public const byte Several = 0, One = 1, OneApart = 2, AllApart = 3;
}

/// <summary>Levels of signals that agree, nearly agree, partly agree or differ.</summary>
internal static class Level
{
    public const byte Same = 0, Near = 1, Partly = 2, Different = 3, Resembling = 4;
}

/// <summary>One piece of evidence about a pair.</summary>
/// <param name="Rarity">Bits by which an agreement in exactly this value surprises; negative where the level has one rate for all values.</param>
internal readonly record struct EvidenceItem(Signal Signal, byte Level, float Rarity, int Left, int Right, string? Detail);

/// <summary>The evidence about one pair; used again for the next pair.</summary>
internal sealed class Evidence
{
    private readonly EvidenceItem[] _items = new EvidenceItem[40];

    public int Count { get; private set; }

    public ReadOnlySpan<EvidenceItem> Items => _items.AsSpan(0, Count);

    /// <summary>Set where no amount of agreement may join the pair.</summary>
    public bool Impossible { get; set; }

    public void Clear()
    {
        Count = 0;
        Impossible = false;
    }

    public void Add(Signal signal, byte level, double rarity = -1, int left = 0, int right = 0, string? detail = null)
    {
        if (Count < _items.Length)
        {
            _items[Count++] = new EvidenceItem(signal, level, (float)rarity, left, right, detail);
        }
    }

    /// <summary>The rarest agreement from a place on counts fully, the next half, the next a quarter: they have one cause.</summary>
    public void DiscountFrom(int from)
    {
        for (int i = from; i < Count; i++)
        {
            int rarer = 0;
            for (int j = from; j < Count; j++)
            {
                bool before = _items[j].Rarity > _items[i].Rarity || (_items[j].Rarity.Equals(_items[i].Rarity) && j < i);
                rarer += _items[j].Rarity >= 0 && before ? 1 : 0;
            }

            if (_items[i].Rarity > 0 && rarer > 0)
            {
                _items[i] = _items[i] with { Detail = rarer == 1 ? CountedHalf : CountedQuarter };
            }
        }

        for (int i = from; i < Count; i++)
        {
            double share = _items[i].Detail is CountedHalf ? 0.5 : _items[i].Detail is CountedQuarter ? 0.25 : 1;
            _items[i] = _items[i] with { Rarity = _items[i].Rarity > 0 ? (float)(_items[i].Rarity * share) : _items[i].Rarity };
        }
    }

    private const string CountedHalf = "counted by half";
    private const string CountedQuarter = "counted by a quarter";

    /// <summary>Makes the rarities of the items from a place on sum to at most a limit; returns their sum.</summary>
    public double CapRarity(int from, double limit)
    {
        double sum = 0;
        for (int i = from; i < Count; i++)
        {
            sum += Math.Max(0, _items[i].Rarity);
        }

        if (sum <= limit)
        {
            return sum;
        }

        for (int i = from; i < Count; i++)
        {
            if (_items[i].Rarity > 0)
            {
                _items[i] = _items[i] with { Rarity = (float)(_items[i].Rarity * limit / sum) };
            }
        }

        return limit;
    }

    /// <summary>Limits the rarity of one signal from a place on.</summary>
    public void CapRarityOf(Signal signal, int from, double limit)
    {
        for (int i = from; i < Count; i++)
        {
            if (_items[i].Signal == signal && _items[i].Rarity > limit)
            {
                _items[i] = _items[i] with { Rarity = (float)limit };
            }
        }
    }
}
