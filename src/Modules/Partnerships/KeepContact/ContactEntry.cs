using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Partnerships;

internal enum ContactKind
{
    Meeting,
    Message,
    Action,
}

/// <param name="Sides">Of a meeting: who came, nobody where it was missed. Else the one side that answers or acts.</param>
/// <param name="Promise">Working days, of a message.</param>
/// <param name="DueOn">Of an action.</param>
/// <param name="Channel">Of a message: the line of the plan whose promise counts; null where no plan has one.</param>
/// <param name="AskByMail">A side without accounts is written to, and answers by the link of the mail.</param>
internal sealed record ContactTerms(ContactKind Kind, DateOnly? Day, IReadOnlyList<int> Sides, string? About, int Promise, DateOnly? DueOn, int? Channel = null, bool AskByMail = false)
{
    /// <summary>What the channel is called, once the plan was asked.</summary>
    public string ChannelName { get; init; } = "";
}

/// <summary>
/// One line of what the sides had to do with each other: a meeting held or missed, a message with the promise to answer, an
/// action agreed on. What a line says is not changed afterwards; a message is answered and an action is done once.
/// </summary>
internal sealed class ContactEntry : IOwnedByNetwork, IVersioned
{
    public const int LongestPromise = 60;

    public static readonly Refusal NoDay = new("contact.no-day", "Choose the day, not one to come.", "Day");
    public static readonly Refusal TooEarly = new("contact.too-early", "That is before the partnership was begun.", "Day");
    public static readonly Refusal NoSide = new("contact.no-side", "Choose which side it is up to.", "Side");
    public static readonly Refusal NoAbout = new("contact.no-about", "Say in a few words what about.", "About");
    public static readonly Refusal BadPromise = new("contact.bad-promise", "Promise 1 to {0} working days.", "Promise", LongestPromise);
    public static readonly Refusal NoDue = new("contact.no-due", "Choose the day by which it is done, not before it was agreed.", "DueOn");
    public static readonly Refusal NotOpen = new("contact.not-open", "This is answered or done already.");
    public static readonly Refusal BadDone = new("contact.bad-done", "Choose a day from then until today.", "DoneOn");

    private ContactEntry()
    {
    }

    public PartnershipRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public PartnershipId PartnershipId { get; private set; }

    public ContactKind Kind { get; private set; }

    public DateOnly Day { get; private set; }

    /// <summary>Numbers of parties.</summary>
    public IReadOnlyList<int> Sides { get; private set; } = [];

    public string About { get; private set; } = "";

    public int Promise { get; private set; }

    /// <summary>Of a message: by which of the plan's channels it went; empty: there was no plan that named any.</summary>
    public string Channel { get; private set; } = "";

    public DateOnly? DueOn { get; private set; }

    /// <summary>Answered, or done.</summary>
    public DateOnly? DoneOn { get; private set; }

    public string ByName { get; private set; } = "";

    public string DoneByName { get; private set; } = "";

    public int Version { get; private set; }

    /// <summary>The side that answers or acts.</summary>
    public int Side => Sides.Count > 0 ? Sides[0] : 0;

    public bool IsHeld => Kind == ContactKind.Meeting && Sides.Count > 1;

    public bool IsOpen => Kind != ContactKind.Meeting && DoneOn is null;

    public static (ContactEntry? Entry, Refusal? Refusal) Note(PartnershipView view, ContactTerms terms, string byName, DateOnly today, TimeProvider clock)
    {
        var sides = terms.Sides.Distinct().Where(n => view.PartyOf(n) is not null).Order().ToList();
        if (Check(view.Partnership, terms, sides, today) is { } refusal)
        {
            return (null, refusal);
        }

        return (new ContactEntry
        {
            Id = EntityId.New<PartnershipRowId>(clock),
            NetworkId = view.Partnership.NetworkId,
            PartnershipId = view.Partnership.Id,
            Kind = terms.Kind,
            Day = terms.Day!.Value,
            Sides = terms.Kind == ContactKind.Meeting ? sides : [sides[0]],
            About = FormText.Tidy(terms.About),
            Promise = terms.Kind == ContactKind.Message ? terms.Promise : 0,
            Channel = terms.Kind == ContactKind.Message ? terms.ChannelName : "",
            DueOn = terms.Kind == ContactKind.Action ? terms.DueOn : null,
            ByName = byName,
        }, null);
    }

    public Refusal? Finish(DateOnly? on, string byName, DateOnly today)
    {
        var refusal = !IsOpen ? NotOpen : on is not { } day || day < Day || day > today ? BadDone : null;
        if (refusal is null)
        {
            (DoneOn, DoneByName) = (on, byName);
        }

        return refusal;
    }

    private static Refusal? Check(Partnership partnership, ContactTerms terms, List<int> sides, DateOnly today) =>
        terms.Day is not { } day || day > today ? NoDay
        : day < partnership.OpenedOn ? TooEarly
        : FormText.Check(terms.About, Typed.Line, "About", terms.Kind == ContactKind.Meeting ? null : NoAbout) is { } text ? text
        : terms.Kind == ContactKind.Meeting ? null
        : sides.Count == 0 ? NoSide
        : terms.Kind == ContactKind.Message ? (terms.Promise is < 1 or > LongestPromise ? BadPromise : null)
        : terms.DueOn is not { } due || due < day ? NoDue : null;

    internal sealed class Configuration : IEntityTypeConfiguration<ContactEntry>
    {
        public void Configure(EntityTypeBuilder<ContactEntry> builder)
        {
            builder.ToTable("partnership_contact");
            builder.HasKey(c => c.Id);
            builder.Property(c => c.Sides).HasConversion(ListColumn.Converter<int>(), ListColumn.Comparer<int>());
            builder.Property(c => c.About).HasMaxLength(Typed.Line);
            builder.Property(c => c.Channel).HasMaxLength(Typed.Line);
            builder.Property(c => c.ByName).HasMaxLength(Partnership.LongestName);
            builder.Property(c => c.DoneByName).HasMaxLength(Partnership.LongestName);
            builder.HasIndex(c => new { c.PartnershipId, c.Day });
            builder.HasOne<Partnership>().WithMany().HasForeignKey(c => c.PartnershipId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
