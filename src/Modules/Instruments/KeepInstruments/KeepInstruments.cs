using System.Text;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Instruments;

/// <summary>Copies, imports and changes the network's own instruments.</summary>
internal sealed class KeepInstrumentsHandler(AppDbContext db, InstrumentBook book, TimeProvider clock)
{
    public const int LargestFile = 1_000_000;

    private const int MostOwn = 200;

    public static readonly Refusal TooMany = new("instrument.too-many", "A network keeps {0} instruments at most.", null, MostOwn);
    public static readonly Refusal TooLarge = new("instrument.too-large", "The file is larger than an instrument can be.", "Upload");
    public static readonly Refusal Nothing = new("instrument.nothing", "Choose a file or paste its text.", "Upload");
    public static readonly Refusal ShippedKey = new("instrument.shipped-key", "The key “{0}” belongs to an instrument that comes with the program. Give yours another one.", "Upload", "");

    /// <summary>Null <paramref name="key"/>: a new one with one section.</summary>
    public async Task<(string Key, Refusal? Refusal)> CopyAsync(string? key, string? title, Actor actor, CancellationToken ct)
    {
        var model = key is null ? null : (await book.FindAsync(key, actor, ct))?.Instrument;
        if (!book.May(actor, InstrumentsPermissions.Keep) || (key is not null && model is null))
        {
            return ("", InstrumentPage.Gone);
        }

        var text = (title ?? model?.Text ?? "").Trim();
        if (text.Length is 0 or > OwnInstrument.LongestTitle)
        {
            return ("", OwnInstrument.NoTitle);
        }

        var instrument = model is null
            ? new Instrument { Version = 1, Text = text, Language = actor.Language, Author = actor.NetworkName ?? actor.Name, Sections = [new() { Key = "one", Text = "1" }] }
            : model with { Version = 1, Text = text, Author = actor.NetworkName ?? actor.Name, Idea = $"{model.Text} ({model.Author})", Origin = model.Origin.Length > 0 ? model.Origin : model.Key, Translations = [] };
        return await AddAsync(instrument with { Key = await FreeKeyAsync(text, ct) }, actor, ct);
    }

    /// <summary>JSON where it begins with a brace, else CSV. With the key of an own instrument it becomes that one's next version.</summary>
    public async Task<(string Key, IReadOnlyList<Fault> Faults, Refusal? Refusal)> ImportAsync(byte[] bytes, Actor actor, CancellationToken ct)
    {
        if (!book.May(actor, InstrumentsPermissions.Keep))
        {
            return ("", [], InstrumentPage.Gone);
        }

        if (bytes.Length is 0 or > LargestFile)
        {
            return ("", [], bytes.Length == 0 ? Nothing : TooLarge);
        }

        var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        var (instrument, faults) = text.TrimStart().StartsWith('{') ? InstrumentJson.Read(text) : InstrumentCsv.Read(text);
        if (instrument is null)
        {
            return ("", faults, null);
        }

        if (ShippedInstruments.Find(instrument.Key) is not null)
        {
            return ("", [], ShippedKey with { Values = [instrument.Key] });
        }

        if (await db.Set<OwnInstrument>().FirstOrDefaultAsync(i => i.Key == instrument.Key, ct) is not { } own)
        {
            var (key, full) = await AddAsync(instrument, actor, ct);
            return (key, [], full);
        }

        var refusal = own.Write(instrument, actor, clock);
        return (own.Key, [], refusal ?? await db.TrySaveAsync("instrument.imported", own.Id.Value, ct));
    }

    /// <param name="version">Of the row when the form was opened.</param>
    public async Task<Refusal?> ChangeAsync(string key, int version, Func<Instrument, (Instrument? Changed, Refusal? Refusal)> change, Actor actor, CancellationToken ct)
    {
        if (!book.May(actor, InstrumentsPermissions.Keep) || await db.Set<OwnInstrument>().FirstOrDefaultAsync(i => i.Key == key, ct) is not { } own)
        {
            return InstrumentPage.Gone;
        }

        if (own.Version != version)
        {
            return Refusal.ChangedMeanwhile;
        }

        var before = own.Instrument;
        var (changed, refusal) = change(before);
        if (changed is null)
        {
            return refusal;
        }

        // What a wave was opened with keeps its number; the next change begins a new version.
        var used = await db.Set<Wave>().AnyAsync(w => w.InstrumentKey == key && w.InstrumentVersion == before.Version, ct);
        refusal = own.Write(InstrumentTidying.Tidy(changed with { Version = used ? before.Version + 1 : before.Version }), actor, clock);
        return refusal ?? await db.TrySaveAsync("instrument.changed", own.Id.Value, ct);
    }

    public async Task<Refusal?> PutAwayAsync(string key, bool away, Actor actor, CancellationToken ct)
    {
        if (!book.May(actor, InstrumentsPermissions.Keep) || await db.Set<OwnInstrument>().FirstOrDefaultAsync(i => i.Key == key, ct) is not { } own)
        {
            return InstrumentPage.Gone;
        }

        own.PutAway(away);
        return await db.TrySaveAsync(away ? "instrument.put-away" : "instrument.taken-out", own.Id.Value, ct);
    }

    private async Task<(string Key, Refusal? Refusal)> AddAsync(Instrument instrument, Actor actor, CancellationToken ct)
    {
        if (await db.Set<OwnInstrument>().CountAsync(i => i.NetworkId == db.ScopedNetworkId, ct) >= MostOwn)
        {
            return ("", TooMany);
        }

        var own = OwnInstrument.Take(actor.Network!.Value, instrument, actor, clock);
        db.Add(own);
        try
        {
            return (own.Key, await db.TrySaveAsync("instrument.taken", own.Id.Value, ct));
        }
        catch (DbUpdateException)
        {
            // Two of one key in the same moment.
            return ("", Refusal.ChangedMeanwhile);
        }
    }

    private async Task<string> FreeKeyAsync(string title, CancellationToken ct)
    {
        var letters = string.Concat(title.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        while (letters.Contains("--", StringComparison.Ordinal))
        {
            letters = letters.Replace("--", "-", StringComparison.Ordinal);
        }

        letters = letters.Length == 0 ? "own" : letters[..Math.Min(letters.Length, 40)].Trim('-');
        var taken = (await db.Set<OwnInstrument>().Select(i => i.Key).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, MostOwn + 10).Select(n => n == 1 ? letters : $"{letters}-{n}").First(k => !taken.Contains(k) && ShippedInstruments.Find(k) is null);
    }
}
