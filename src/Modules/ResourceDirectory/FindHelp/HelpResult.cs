using System.Globalization;
using Causeway.Kernel;
using Causeway.Linkage;
using Causeway.Ui;
using Microsoft.Extensions.Localization;

namespace Causeway.ResourceDirectory;

/// <summary>One entry in a list of results, with why it fits in words.</summary>
/// <param name="Leaves">Expected day of leaving where it is near or past.</param>
/// <param name="Stale">Nobody has said anything of it for a year.</param>
internal sealed record HelpResult(
    Entry Entry, IReadOnlyList<string> Fits, IReadOnlyList<string> NotKnown, Claim? Reach, double? Kilometres, DateOnly? Leaves, bool Stale)
{
    private const int LeavesSoonDays = 90;

    /// <summary>"?…" of the search it was found by; empty elsewhere.</summary>
    public string Back { get; init; } = "";

    public static HelpResult Of(Entry entry, HelpNeed need, double? kilometres, DateOnly today, IStringLocalizer t)
    {
        var shown = entry.Claims.Where(c => c.Shown).ToList();
        var reasons = new FitReasons(entry, shown, need, kilometres, t);
        var reach = shown.Find(c => c.Fact.Field is FactField.DirectLine) ?? shown.Find(c => c.Fact.Field is FactField.Phone or FactField.Mobile)
            ?? shown.Find(c => c.Fact.Field == FactField.Email);
        var leaves = shown.Find(c => c.Fact.Field == FactField.LeavesOn) is { } say && DateOnly.TryParse(say.Fact.Code, CultureInfo.InvariantCulture, out var day) && day <= today.AddDays(LeavesSoonDays)
            ? day
            : (DateOnly?)null;
        return new(entry, reasons.Fits, reasons.NotKnown, reach, kilometres, leaves, entry.SaidOn < today.AddMonths(-HelpSearch.StaleAfterMonths));
    }
}

/// <summary>Says of each filter and word in use why an entry passes it, or that nobody knows.</summary>
internal sealed class FitReasons
{
    private readonly Entry _entry;
    private readonly List<Claim> _shown;
    private readonly IStringLocalizer _t;
    private readonly List<string> _fits = [];
    private readonly List<string> _notKnown = [];

    public FitReasons(Entry entry, List<Claim> shown, HelpNeed need, double? kilometres, IStringLocalizer t)
    {
        (_entry, _shown, _t) = (entry, shown, t);
        AddConcern(need);
        Tell(need.Family is not null, FactField.Family, f => f.Code == need.Family?.ToString(), "Family not known");
        AddLanguages(need);
        AddCulture(need);
        Tell(need.Age is not null, FactField.Ages, f => (f.From ?? f.To) is not null, "Ages not known", f => t["Ages {0}", FactWords.Ages(f, t)]);
        Tell(need.Area is not null, FactField.Area, f => SearchWords.Key(f.Text) == SearchWords.Key(need.Area!), "Area not known");
        AddDistance(need, kilometres);
        Tell(need.Delivery is not null, FactField.Delivery, f => f.Code == need.Delivery?.ToString(), "Where it happens is not known");
        Tell(need.Fee is not null, FactField.Fee, f => f.Detail == "Free" || (f.From ?? f.To) is not null, "Fee not known", f => t["Fee: {0}", FactWords.Say(f, t)]);
        Tell(need.Wait is not null, FactField.WaitingTime, f => (f.From ?? f.To) is not null, "Wait not known", f => t["Wait: {0}", FactWords.Say(f, t)]);
        Tell(need.Body is not null, FactField.BodyKind, f => f.Code == need.Body?.ToString(), "Kind of body not known");
        Tell(need.Taking, FactField.Availability, f => SearchTokens.TakesNew(f) == true, "Not known whether they take new clients", _ => t["Takes new clients"]);
        Tell(need.Licensed, FactField.LicenceUntil, f => f.Code is not null, "Licence not known", f => t["Licence until {0}", FactWords.Say(f, t)]);
        Tell(need.Stage is not null, FactField.Stage, f => f.Code == need.Stage?.ToString(), "Stage of help not known");
        AddWords(need);
        if (entry.Contributions > 1)
        {
            var schools = entry.Claims.Select(c => c.Source).Distinct().Count();
            _fits.Add(t.Count(schools, "Listed by {0} school", "Listed by {0} schools"));
        }
    }

    public IReadOnlyList<string> Fits => _fits;

    public IReadOnlyList<string> NotKnown => _notKnown;

    private void Tell(bool asked, FactField field, Func<Fact, bool> fit, string notKnown, Func<Fact, string>? say = null)
    {
        if (!asked)
        {
            return;
        }

        if (_shown.Find(c => c.Fact.Field == field && fit(c.Fact)) is { } claim)
        {
            _fits.Add(say is null ? FactWords.Say(claim.Fact, _t) : say(claim.Fact));
        }
        else
        {
            _notKnown.Add(_t[notKnown]);
        }
    }

    private void AddConcern(HelpNeed need)
    {
        if (NeedTaxonomy.Find(need.Concern) is not { } asked)
        {
            return;
        }

        var claim = _shown.Find(c => c.Fact.Field == FactField.Concern && NeedTaxonomy.Find(c.Fact.Code)?.Code == asked.Code);
        if (claim is null)
        {
            _notKnown.Add(_t["Not known whether they help with this"]);
            return;
        }

        _fits.Add(claim.Fact.Detail == "Guessed"
            ? _t["{0}: by the words of their help", _t[asked.Label].Value]
            : claim.Also > 0 ? $"{_t[asked.Label].Value}: {_t.Count(claim.Also + 1, "{0} school says so", "{0} schools say so")}" : _t["{0}: says {1}", _t[asked.Label].Value, claim.SourceName]);
    }

    private void AddLanguages(HelpNeed need)
    {
        if (need.Language.Count == 0)
        {
            return;
        }

        var spoken = _shown.Where(c => c.Fact.Field == FactField.Languages && c.Fact.Code is not null && need.Language.Contains(c.Fact.Code, StringComparer.Ordinal)).ToList();
        foreach (var claim in spoken)
        {
            var isLevelOpen = need.Level is SpokenLevel.Native or SpokenLevel.Fluent && claim.Fact.Detail is null;
            (isLevelOpen ? _notKnown : _fits).Add(isLevelOpen ? _t["{0}: not known how well", FactWords.Say(claim.Fact, _t)] : FactWords.Say(claim.Fact, _t));
        }

        if (_entry.Languages.Length == 0)
        {
            _notKnown.Add(_t["Languages not known"]);
        }
    }

    private void AddCulture(HelpNeed need)
    {
        var words = HelpSearch.Words(need.Culture);
        if (words.Count == 0)
        {
            return;
        }

        var claim = _shown.Find(c => c.Fact.Field == FactField.Cultures && words.All(w => TextFolding.SearchForms(c.Fact.Text).Contains(w, StringComparison.Ordinal)));
        if (claim is null)
        {
            _notKnown.Add(_t["Communities not known"]);
        }
        else
        {
            var day = claim.SaidOn.ToString(_t["d MMMM yyyy"], CultureInfo.CurrentCulture);
            _fits.Add(claim.Fact.Detail == CultureSaid.Confirmed
                ? _t["{0}: confirmed by {1}, {2}", claim.Fact.Text, claim.SourceName, day]
                : _t["{0}: their own word, not confirmed", claim.Fact.Text]);
        }
    }

    private void AddDistance(HelpNeed need, double? kilometres)
    {
        if (need.Within is null)
        {
            return;
        }

        (kilometres is null ? _notKnown : _fits).Add(kilometres is { } far ? _t["{0} km away", far.ToString("0.0", CultureInfo.CurrentCulture)] : _t["Place on the map not known"]);
    }

    private void AddWords(HelpNeed need)
    {
        foreach (var word in HelpSearch.Words(need.Q))
        {
            var where = _entry.Claims.FirstOrDefault(c => c.Fact.Field != FactField.Name && TextFolding.SearchForms(c.Fact.Text + " " + c.Fact.Original).Contains(word, StringComparison.Ordinal));
            if (where is not null)
            {
                _fits.Add(_t["“{0}” in: {1}", Typed(need.Q, word), _t[FactWords.Label(where.Fact.Field)].Value]);
            }
            else if (!(" " + _entry.NameKey).Contains(word, StringComparison.Ordinal) && Meant(word) is { } meant)
            {
                _fits.Add(_t["“{0}” means: {1}", Typed(need.Q, word), meant]);
            }
        }
    }

    // A word in another script is compared in Latin letters; the reader is shown what was typed.
    private static string Typed(string? words, string folded) =>
        (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => w.Trim(',', ';', '.', '"'))
            .FirstOrDefault(w => w.Any(c => !char.IsAscii(c)) && TextFolding.Fold(w).Trim() == folded) ?? folded;

    // Found by what the word stands for, not by its letters: then the reader must be told what it was taken for.
    private string? Meant(string word)
    {
        var codes = NeedWords.Read(word).Select(n => n.Code).ToList();
        var claim = _shown.Find(c => c.Fact.Field == FactField.Concern && c.Fact.Code is not null && codes.Contains(c.Fact.Code, StringComparer.Ordinal));
        claim ??= _shown.Find(c => c.Fact.Field is FactField.Profession or FactField.Position or FactField.HelpOffered or FactField.Organisation
            && HelpSynonyms.Of(word).Any(s => (" " + TextFolding.SearchForms(c.Fact.Text)).Contains(" " + s, StringComparison.Ordinal)));
        return claim is null ? null : FactWords.Say(claim.Fact, _t);
    }
}
