using Causeway.Kernel;

namespace Causeway.ResourceDirectory;

/// <summary>Who sees a listing beyond its own school, and what of it never leaves.</summary>
internal sealed partial class Listing
{
    /// <summary>Lends a copy of the facts to the network. What is not fit to be published is not fit to be shared.</summary>
    public Refusal? Share(Actor by, TimeProvider clock) => Sharing == Sharing.Network && RemovedAt is null ? AlreadyShared : LendAs(Sharing.Network, by, clock);

    /// <summary>Lends copies to schools chosen by name; which, the copies themselves say. Again: other schools.</summary>
    public Refusal? Lend(Actor by, TimeProvider clock) => LendAs(Sharing.NamedSchools, by, clock);

    /// <summary>As <see cref="Share"/>, and for everybody outside. Whether a practitioner agreed is asked elsewhere (<see cref="PublicConsent"/>).</summary>
    public Refusal? MakePublic(Actor by, TimeProvider clock) =>
        Place == ListingPlace.Inside ? NotPublicInside : Sharing == Sharing.PublicFeed && RemovedAt is null ? AlreadyPublic : LendAs(Sharing.PublicFeed, by, clock);

    /// <summary>Decides what of it never leaves the school.</summary>
    /// <param name="fields">Null: what the school keeps of all its listings.</param>
    public Refusal? KeepBack(IReadOnlyList<FactField>? fields, bool addressIsSecret, Actor by, TimeProvider clock)
    {
        if (RemovedAt is not null)
        {
            return Gone;
        }

        (KeptFields, AddressIsSecret) = (fields is null ? null : [.. fields.Where(LentFacts.MayBeKept.Contains).Distinct().Order()], addressIsSecret);
        Touch(by, clock);
        return null;
    }

    public Refusal? StopSharing(Actor by, TimeProvider clock)
    {
        if (Sharing == Sharing.OwnSchool)
        {
            return NotShared;
        }

        (Sharing, SharedAt) = (Sharing.OwnSchool, null);
        Touch(by, clock);
        return null;
    }

    private Refusal? LendAs(Sharing sharing, Actor by, TimeProvider clock)
    {
        if (RemovedAt is not null)
        {
            return Gone;
        }

        if (Publication.MissingToShare(this) is { } missing)
        {
            return missing;
        }

        (Sharing, SharedAt, Published) = (sharing, clock.GetUtcNow(), true);
        Touch(by, clock);
        return null;
    }
}
