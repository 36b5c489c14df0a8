namespace Causeway.Linkage;

/// <summary>Takes a street address apart into its house number and the words that name the street.</summary>
internal static class StreetWords
{
    private static readonly HashSet<string> Types =
    [
        .. ("street st str avenue ave av road rd drive dr lane ln la boulevard blvd bd close cl gardens gdns court ct place pl terrace way square sq crescent cres " +
            "parkway pkwy highway hwy circuit cct utca u ut utja ter tere korut krt sor strasse weg platz allee gasse g calle c avenida avda av plaza paseo p " +
            "rue r ro gil daero lu jie duong pho via piazza ulica ul plac suite ste flat apt apartment unit floor fl em emelet no nr bldg building the at and de la del").Split(' '),
    ];

    private static readonly string[] Suffixes = ["strasse", "straße", "str", "gasse", "weg", "platz", "allee"];

    private static readonly Dictionary<string, string> Directions = new(StringComparer.Ordinal)
    {
        ["north"] = "n", ["south"] = "s", ["east"] = "e", ["west"] = "w", ["northeast"] = "ne", ["northwest"] = "nw", ["southeast"] = "se",
        ["southwest"] = "sw", ["saint"] = "st", ["first"] = "1", ["second"] = "2", ["third"] = "3", ["fourth"] = "4", ["fifth"] = "5",
    };

    public static (string Number, List<string> Words) Read(string address)
    {
        string number = "";
        var words = new List<string>(4);
        foreach (string raw in TextFolding.Fold(address).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string word = Directions.GetValueOrDefault(raw, raw);
            if (char.IsAsciiDigit(word[0]))
            {
                string digits = Digits(word);
                if (number.Length == 0)
                {
                    number = digits;
                }
                else
                {
                    words.Add(digits);
                }
            }
            else if (!Types.Contains(word))
            {
                words.Add(WithoutSuffix(word));
            }
        }

        return (number, words);
    }

    private static string Digits(string word)
    {
        int end = 1;
        while (end < word.Length && char.IsAsciiDigit(word[end]))
        {
            end++;
        }

        return word[..end];
    }

    private static string WithoutSuffix(string word)
    {
        foreach (string suffix in Suffixes)
        {
            if (word.Length >= suffix.Length + 3 && word.EndsWith(suffix, StringComparison.Ordinal))
            {
                return word[..^suffix.Length];
            }
        }

        return word;
    }
}
