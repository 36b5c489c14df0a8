using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.ResourceDirectory;

namespace Causeway.Search.Bench;

/// <summary>Entries of made-up people and services, made by the module's own rules, so that their words and sizes are real ones.</summary>
internal sealed class MadeUpEntries(int seed, TimeProvider clock)
{
    private static readonly string[] Given = ["Anna", "Jonas", "Haeun", "Mariam", "Pierre", "Lucia", "Olena", "Yusuf", "Mei", "Tomas", "Ingrid", "Rafael", "Aisha", "Viktor", "Sunhee", "Claire", "Omar", "Greta", "Minjun", "Elif"];
    private static readonly string[] Beginnings = ["Bran", "Kel", "Mor", "Tav", "Ros", "Vel", "Lind", "Oster", "Halm", "Grun", "Petr", "Sol", "Wim", "Zar", "Ner", "Fal", "Dor", "Quin", "Ash", "Bel", "Cor", "Hav", "Jan", "Kap", "Lar"];
    private static readonly string[] Middles = ["en", "ar", "ov", "im", "el", "und", "as", "or", "it", "un", "am", "ek", "il", "ow", "ent", "ad"];
    private static readonly string[] Ends = ["berg", "son", "ova", "ides", "mann", "quist", "elli", "aker", "stone", "vik", "ström", "escu", "yan", "dale", "kov", "ham", "er", "i", "ley", "man"];
    private static readonly string[] Professions = ["Child psychologist", "Psychotherapist", "Speech therapist", "Logopäde", "Occupational therapist", "Paediatrician", "Child psychiatrist", "School doctor", "Family counsellor", "Social worker", "Lawyer", "Mediator", "Learning support teacher", "Tutor", "Youth worker", "Police liaison officer", "Physiotherapist", "Dietitian", "Interpreter", "Art therapist", "Music therapist", "Family doctor", "Nurse", "Optician", "Spieltherapeutin", "Sozialarbeiter", "Orthophoniste", "Chaplain", "Sports coach", "Careers adviser"];
    private static readonly string[] Help = ["anxiety and panic", "low mood and depression", "self-harm", "eating disorders", "trauma after flight", "grief", "separation of parents", "school refusal", "stammering", "late talking", "dyslexia", "arithmetic difficulty", "ADHD assessment", "autism assessment", "bullying", "gaming and screens", "alcohol and drugs", "anger", "parenting courses", "legal advice on custody", "residence papers", "housing and money", "pregnancy advice", "hearing tests", "motor skills", "sleep", "friendship groups", "exam stress", "moving between countries", "family conversations", "psychological assessment", "early help", "crisis talks", "home visits", "group work", "Spieltherapie", "Elternberatung", "couple counselling", "young carers", "after-school club"];
    private static readonly (string Name, string Code)[] Languages = [("English", "eng"), ("German", "deu"), ("French", "fra"), ("Korean", "kor"), ("Arabic", "ara"), ("Chinese", "zho"), ("Spanish", "spa"), ("Russian", "rus"), ("Turkish", "tur"), ("Japanese", "jpn"), ("Ukrainian", "ukr"), ("Portuguese", "por"), ("Polish", "pol"), ("Italian", "ita"), ("Dutch", "nld")];
    private static readonly string[] Levels = ["Native", "Fluent", "Working", "Interpreter"];
    private static readonly string[] Areas = ["Old Port", "North Quay", "Middle", "Lindenhof", "West Bank", "Harbour", "Castle Hill", "Mill Wharf", "Elm Park", "Station", "Riverside", "Market", "University", "Airport", "Hillside", "Garden Town", "New Town", "East End", "Lake View", "Orchard"];

#pragma warning disable CA5394, RS0030 // Made-up data must be the same at every run; nothing here is a secret.
    private readonly Random _random = new(seed);

    public Listing Next(OrganisationId school, int number)
    {
        var name = $"{Pick(Given)} {Pick(Beginnings)}{Pick(Middles)}{Pick(Ends)}";
        var facts = new List<Fact> { new(FactField.Name, name), new(FactField.Profession, Pick(Professions)) };
        Maybe(0.6, () => facts.Add(new(FactField.Organisation, $"{Pick(Beginnings)}{Pick(Middles)} {Pick(["Practice", "Centre", "Clinic", "House", "Foundation"])}")));
        facts.Add(new(FactField.Phone, $"555 {number % 10_000:0000}", $"+999555{number % 10_000:0000}"));
        Maybe(0.7, () => facts.Add(new(FactField.Email, $"p{number}@practice{number % 997}.example")));
        facts.Add(new(FactField.Address, $"{number % 200 + 1} {Pick(Beginnings)}{Pick(Ends)} Street"));
        Maybe(0.85, () => facts.Add(new(FactField.Area, Pick(Areas))));
        Maybe(0.4, () => facts.Add(new(FactField.MapPoint, "a place", From: 53.5m + ((decimal)_random.NextDouble() * 0.2m), To: 9.9m + ((decimal)_random.NextDouble() * 0.3m))));
        facts.Add(new(FactField.HelpOffered, string.Join(", ", Enumerable.Range(0, _random.Next(1, 5)).Select(_ => Pick(Help)).Distinct())));
        Maybe(0.8, AddLanguages);
        Maybe(0.7, () => facts.Add(new(FactField.Ages, "ages", From: _random.Next(0, 12), To: _random.Next(12, 22))));
        Maybe(0.5, () => facts.Add(new(FactField.Delivery, "External", Pick(["OnSite", "Visiting", "External", "Remote"]))));
        Maybe(0.3, () => facts.Add(new(FactField.Fee, "fee", "EUR", From: _random.Next(3, 20) * 10, To: null)));
        Maybe(0.25, () => facts.Add(new(FactField.WaitingTime, "wait", From: _random.Next(1, 120), To: null)));
        facts.Add(new(FactField.ConfirmedOn, "confirmed", DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-_random.Next(0, 700)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        facts.AddRange(CodedFacts.GuessConcerns(facts));
        facts.AddRange(FamilyWords.Guess(facts).Select(f => new Fact(FactField.Family, FactWords.Family(f), f.ToString())));
        return Listing.Take(new ListingDraft(ListingPlace.Outside, EntryKind.Person, name, facts, null), null, null, school, Actor.Program, clock);

        void AddLanguages()
        {
            foreach (var (language, code) in Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Languages[Skewed(Languages.Length)]).Distinct())
            {
                facts.Add(new(FactField.Languages, language, code, _random.NextDouble() < 0.5 ? Pick(Levels) : null));
            }
        }
    }

    /// <summary>A search with words and three filters, as in the bar of the issue.</summary>
    public HelpNeed Search() => new()
    {
        Q = Pick([Pick(Help).Split(' ')[0], Pick(Professions).Split(' ')[^1], Pick(Help).Split(' ')[^1]]),
        Language = [Languages[Skewed(Languages.Length)].Code],
        Age = _random.Next(3, 18),
        Area = _random.NextDouble() < 0.5 ? SearchWords.Key(Pick(Areas)) : null,
    };

    public HelpNeed ThreeFilters()
    {
        while (true)
        {
            var need = Search();
            need = need.Area is null ? need with { Family = _random.NextDouble() < 0.7 ? ProfessionFamily.HealthCare : ProfessionFamily.SocialAndChildCare } : need;
            if (!need.IsProtection)
            {
                return need;
            }
        }
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    private int Skewed(int count) => (int)(Math.Pow(_random.NextDouble(), 2) * count);

    private void Maybe(double share, Action act)
    {
        if (_random.NextDouble() < share)
        {
            act();
        }
    }
#pragma warning restore CA5394, RS0030
}
