namespace Causeway.Linkage.Tests;

/// <summary>Small made-up lists of helping professionals, with a known answer.</summary>
internal static class MadeUpLists
{
    private static readonly string[] Givens =
        "Anna Judit Péter Gábor Laura Emily Daniel Robert Fatima Karim Yusuf Olga Pavel Marta Ines Tiago Sabine Jürgen Camille Luc Priya Arun Mei Jun Kofi Ama"
            .Split(' ');

    private static readonly string[] Families =
        ("Almásházi Ashbourne Birkenthal Chernatov Dunridge Eisenhuber Fairwick Gopalraman Hartshaw Jászfalvi Kirschbach Langworth Marwell Niedowicz " +
         "Oakdale Patakfi Radcombe Sandreiter Tiszai Vadváry Waldmann Yushakov Zalszegi Montrieu Beauchamp Castellano").Split(' ');

    private static readonly string[] Towns = ["Győr", "Leeds", "Graz", "Lyon", "Springfield"];

    /// <summary>Persons, each on one to three lists, with slips, titles and gaps; the part of the id before "x" says who it is.</summary>
    public static List<LinkRecord> Persons(int persons, int seed)
    {
        var records = new List<LinkRecord>();
        uint state = (uint)seed * 2654435761u + 1;
        int Next(int below)
        {
            state = state * 1664525u + 1013904223u;
            return (int)((state >> 8) % (uint)below);
        }

        for (int person = 0; person < persons; person++)
        {
            string given = Givens[Next(Givens.Length)];
            string family = Families[Next(Families.Length)] + Families[Next(Families.Length)].ToLowerInvariant()[^3..];
            string phone = $"+36 30 {Next(900) + 100} {Next(9000) + 1000}";
            string mail = $"{TextFolding.Fold(given)}.{TextFolding.Fold(family)}{Next(90) + 10}@post.example.com";
            string town = Towns[Next(Towns.Length)];
            int copies = 1 + Next(3);
            for (int copy = 0; copy < copies; copy++)
            {
                string name = copy switch
                {
                    0 => given + " " + family,
                    1 => $"{family.ToUpperInvariant()}, Dr. {given}",
                    _ => given + " " + family[..2] + family[3..],
                };
                records.Add(Record(
                    $"p{person:000}x{copy}", ("name", name), ("phone", copy == 1 ? "" : phone), ("email", copy == 2 ? "" : mail), ("city", town)));
            }
        }

        return records;
    }

    public static LinkRecord Record(string id, params (string Name, string Value)[] cells) =>
        new(id, cells.ToDictionary(cell => cell.Name, cell => cell.Value, StringComparer.Ordinal));

    /// <summary>A clinic with colleagues who share everything but their names, and the clinic itself, within many other records.</summary>
    public static List<LinkRecord> WithClinic()
    {
        List<LinkRecord> records = Persons(60, 5);
        (string, string)[] shared =
        [
            ("organisation", "Bright Harbour Family Clinic"), ("address", "12 Mill Road"), ("phone", "0113 555 0199"), ("email", "info@brightharbour.example.com"),
            ("city", "Leeds"),
        ];
        string[] colleagues = ["Olivia Marsh", "Victor Lindqvist", "Sunita Chaudhary", "Tomas Prochazka"];
        for (int i = 0; i < colleagues.Length; i++)
        {
            records.Add(Record($"clinic{i}", [("name", colleagues[i]), .. shared]));
        }

        records.Add(Record("service0", [("name", "Bright Harbour Family Clinic"), .. shared]));
        records.Add(Record("service1", [("name", ""), .. shared]));
        return records;
    }
}
