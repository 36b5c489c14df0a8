using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Instruments;

internal readonly record struct InstrumentId(Guid Value) : IEntityId<InstrumentId>
{
    public static InstrumentId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>An instrument of the network's own, as its JSON. It may be unfinished; a wave asks for a whole one.</summary>
internal sealed class OwnInstrument : IOwnedByNetwork, IVersioned
{
    public const int LongestTitle = 200;

    public static readonly Refusal NoTitle = new("instrument.no-title", "Write a title, in {0} characters at most.", "Title", LongestTitle);
    public static readonly Refusal Retired = new("instrument.retired", "This instrument was put away. Take it out again first.");

    private OwnInstrument()
    {
    }

    public InstrumentId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public string Key { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Content { get; private set; } = "";

    public bool IsPutAway { get; private set; }

    public string EditedByName { get; private set; } = "";

    public DateTimeOffset EditedAt { get; private set; }

    public int Version { get; private set; }

    public Instrument Instrument => InstrumentJson.Open(Content);

    public static OwnInstrument Take(NetworkId network, Instrument instrument, Actor by, TimeProvider clock)
    {
        var own = new OwnInstrument { Id = EntityId.New<InstrumentId>(clock), NetworkId = network, Key = instrument.Key };
        own.Put(instrument, by, clock);
        return own;
    }

    public Refusal? Write(Instrument instrument, Actor by, TimeProvider clock)
    {
        if (IsPutAway || instrument.Text.Length is 0 or > LongestTitle)
        {
            return IsPutAway ? Retired : NoTitle;
        }

        Put(instrument, by, clock);
        return null;
    }

    public void PutAway(bool away) => IsPutAway = away;

    private void Put(Instrument instrument, Actor by, TimeProvider clock)
    {
        // Where it comes from is not forgotten by taking in a file that does not say so.
        var origin = instrument.Origin.Length == 0 && Content.Length > 0 ? Instrument.Origin : instrument.Origin;
        (Title, Content) = (instrument.Text, InstrumentJson.Write(instrument with { Key = Key, Origin = origin }));
        (EditedByName, EditedAt) = (by.Name, clock.GetUtcNow());
    }

    internal sealed class Configuration : IEntityTypeConfiguration<OwnInstrument>
    {
        public void Configure(EntityTypeBuilder<OwnInstrument> builder)
        {
            builder.HasKey(i => i.Id);
            builder.Property(i => i.Key).HasMaxLength(InstrumentText.LongestKey);
            builder.Property(i => i.Title).HasMaxLength(InstrumentCheck.LongestText);
            builder.Property(i => i.EditedByName).HasMaxLength(120);
            builder.Ignore(i => i.Instrument);
            builder.HasIndex(i => new { i.NetworkId, i.Key }).IsUnique();
        }
    }
}
