namespace Causeway.Linkage;

/// <summary>
/// Compares where two records are: phone, organisation, address, web domain, town. For persons all of it is one signal, because
/// it has one cause, the place where they work; for organisations the second and third agreement count less than the first.
/// </summary>
internal sealed class PlaceComparer(RecordFeatures features, OrganisationComparer organisations)
{
    private readonly double _logCount = Math.Log2(Math.Max(2, features.Count));
    private readonly WordLikeness _streets = new(features.AddressWords);
    private readonly Dictionary<ulong, byte> _cities = [];

    public void ComparePersons(int left, int right, Evidence evidence)
    {
        (byte phone, double phoneRarity) = Phones(left, right);
        (byte address, double addressRarity) = Addresses(left, right);
        (byte site, double siteRarity) = Sites(left, right);
        byte organisation = NotKnown;
        double organisationRarity = 0;
        int a = features.Organisation[left];
        int b = features.Organisation[right];
        if (a != 0 && b != 0)
        {
            organisation = organisations.Agree(a, b, out organisationRarity) ? Level.Same : Level.Different;
        }

        int same = (phone == Level.Same ? 1 : 0) | (address == Level.Same ? 2 : 0) | (organisation == Level.Same ? 4 : 0)
            | (site == Level.Same ? 8 : 0);
        if (same != 0)
        {
            double rarity = Math.Max(
                Math.Max((same & 1) != 0 ? phoneRarity : 0, (same & 2) != 0 ? addressRarity : 0),
                Math.Max((same & 4) != 0 ? organisationRarity : 0, (same & 8) != 0 ? siteRarity : 0));
            byte level = int.PopCount(same) > 1 ? PlaceLevel.Several : PlaceLevel.One;
            evidence.Add(Signal.Place, level, rarity, same);
        }
        else
        {
            int apart = (phone == Level.Different ? 1 : 0) + (address >= Level.Partly && address != NotKnown ? 1 : 0)
                + (organisation == Level.Different ? 1 : 0);
            if (apart > 0)
            {
                evidence.Add(Signal.Place, apart > 1 ? PlaceLevel.AllApart : PlaceLevel.OneApart, -1, left, right);
            }
        }

        CompareTown(left, right, (same & 3) != 0, evidence);
    }

    public void CompareOrganisations(int left, int right, Evidence evidence)
    {
        int start = evidence.Count;
        Add(Signal.Phone, Phones(left, right), evidence, left, right);
        Add(Signal.Address, Addresses(left, right), evidence, left, right);
        Add(Signal.Website, Sites(left, right), evidence, left, right);
        bool placed = false;
        foreach (ref readonly EvidenceItem item in evidence.Items[start..])
        {
            placed |= item.Level == Level.Same && item.Signal is Signal.Phone or Signal.Address;
        }

        evidence.DiscountFrom(start);
        CompareTown(left, right, placed, evidence);
    }

    private const byte NotKnown = 255;

    private static void Add(Signal signal, (byte Level, double Rarity) found, Evidence evidence, int left, int right)
    {
        if (found.Level != NotKnown)
        {
            evidence.Add(signal, found.Level, found.Level == Level.Same ? found.Rarity : -1, left, right);
        }
    }

    /// <summary>A shared phone or address already says "same town"; a different town beside it still speaks against.</summary>
    private void CompareTown(int left, int right, bool placed, Evidence evidence)
    {
        int a = features.City[left];
        int b = features.City[right];
        if (a != 0 && b != 0)
        {
            byte level = CityLevel(a, b);
            if (level != Level.Same || !placed)
            {
                evidence.Add(Signal.City, level, level == Level.Same ? Rarity(Math.Max(features.Cities.Records(a), features.Cities.Records(b))) : -1, a, b);
            }
        }

        a = features.Postcode[left];
        b = features.Postcode[right];
        if (a != 0 && b != 0)
        {
            byte level = a == b ? Level.Same
                : EditDistance.OneReplaced(features.Postcodes.Text(a), features.Postcodes.Text(b)) ? Level.Near : Level.Different;
            if (level != Level.Same || !placed)
            {
                evidence.Add(Signal.Postcode, level, level == Level.Same ? Rarity(features.Postcodes.Records(a)) : -1, a, b);
            }
        }

        a = features.Region[left];
        b = features.Region[right];
        if (a != 0 && b != 0 && !placed)
        {
            evidence.Add(Signal.Region, a == b ? Level.Same : Level.Different, a == b ? Rarity(features.Regions.Records(a)) : -1, a, b);
        }
    }

    private (byte Level, double Rarity) Phones(int left, int right)
    {
        int a = features.Phone[left];
        int b = features.Phone[right];
        if (a == 0 || b == 0)
        {
            return (NotKnown, 0);
        }

        int a2 = features.SecondPhone[left];
        int b2 = features.SecondPhone[right];
        int common = a == b || a == b2 ? a : a2 != 0 && (a2 == b || a2 == b2) ? a2 : 0;
        if (common != 0)
        {
            return (Level.Same, Rarity(features.PhoneKeys.Records(common)));
        }

        bool near = EditDistance.OneReplaced(features.PhoneKeys.Text(a), features.PhoneKeys.Text(b));
        return (near ? Level.Near : Level.Different, 0);
    }

    private (byte Level, double Rarity) Addresses(int left, int right)
    {
        int a = features.Address[left];
        int b = features.Address[right];
        if (a == 0 || b == 0)
        {
            return (NotKnown, 0);
        }

        AddressForm x = features.Addresses[a];
        AddressForm y = features.Addresses[b];
        bool street = ShareStreet(x.Words, y.Words);
        bool number = x.Number == y.Number && x.Number != 0;
        if (number && street)
        {
            return (Level.Same, Rarity(Math.Max(features.Places.Records(x.Place), features.Places.Records(y.Place))));
        }

        return number ? (x.Words.Length == 0 || y.Words.Length == 0 ? Level.Near : Level.Different, 0)
            : (street ? Level.Partly : Level.Different, 0);
    }

    private bool ShareStreet(int[] left, int[] right)
    {
        foreach (int a in left)
        {
            foreach (int b in right)
            {
                if (features.AddressWords.Text(a).Length > 2 && _streets.Of(a, b) <= Likeness.Slip)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private (byte Level, double Rarity) Sites(int left, int right)
    {
        int a = features.Site[left];
        int b = features.Site[right];
        int mailA = features.MailDomain[left];
        int mailB = features.MailDomain[right];
        int common = a != 0 && (a == b || a == mailB) ? a : mailA != 0 && (mailA == b || mailA == mailB) ? mailA : 0;
        if (common != 0)
        {
            return (Level.Same, Rarity(features.Domains.Records(common)));
        }

        return a != 0 && b != 0 ? (Level.Different, 0) : (NotKnown, 0);
    }

    private byte CityLevel(int a, int b)
    {
        if (a == b)
        {
            return Level.Same;
        }

        ulong key = (ulong)Math.Min(a, b) << 32 | (uint)Math.Max(a, b);
        if (!_cities.TryGetValue(key, out byte level))
        {
            string x = features.Cities.Text(a);
            string y = features.Cities.Text(b);
            bool like = x.Contains(y, StringComparison.Ordinal) || y.Contains(x, StringComparison.Ordinal)
                || EditDistance.Between(x, y, Math.Max(x.Length, y.Length) >= 7 ? 2 : 1) <= (Math.Max(x.Length, y.Length) >= 7 ? 2 : 1);
            level = like ? Level.Same : Level.Different;
            _cities.Add(key, level);
        }

        return level;
    }

    private double Rarity(int records) => Math.Max(0, _logCount - Math.Log2(Math.Max(1, records)));
}
