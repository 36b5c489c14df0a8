using Causeway.Kernel;

namespace Causeway.ResourceDirectory;

/// <summary>
/// What a person inside the school must have before others of the school are sent to them: a name, a phone, a mail and the
/// help offered. Outside help may lack facts; they show as unknown.
/// </summary>
internal static class Publication
{
    public static readonly Refusal NoName = new("publication.no-name", "Write the name. Without it a person inside the school stays a draft.", "PersonName");

    public static readonly Refusal NoPhone = new("publication.no-phone", "Write a phone. Without it a person inside the school stays a draft.", "Phone");

    public static readonly Refusal NoEmail = new("publication.no-email", "Write a mail address. Without it a person inside the school stays a draft.", "Email");

    public static readonly Refusal NoHelp = new("publication.no-help", "Write which help is offered. Without it a person inside the school stays a draft.", "HelpOffered");

    public static readonly Refusal NotFiled = new(
        "publication.not-filed", "File it under at least one family of help first, so that other schools find it where they look.", "Families");

    /// <summary>Others look for a kind of help: what is filed nowhere would not be found, so it is not shared yet.</summary>
    public static Refusal? MissingToShare(Listing listing) => Missing(listing) ?? (listing.Filed ? null : NotFiled);

    public static Refusal? Missing(Listing listing) => Missing(listing.Place, listing.Kind, listing.Facts);

    public static Refusal? Missing(ListingDraft draft) => Missing(draft.Place, draft.Kind, draft.Facts);

    private static Refusal? Missing(ListingPlace place, EntryKind kind, IReadOnlyList<Fact> facts)
    {
        if (place == ListingPlace.Outside)
        {
            return null;
        }

        if (kind != EntryKind.Person)
        {
            return NoName;
        }

        if (!facts.Has(FactField.Phone, FactField.DirectLine, FactField.Mobile))
        {
            return NoPhone;
        }

        return !facts.Has(FactField.Email) ? NoEmail : !facts.Has(FactField.HelpOffered) ? NoHelp : null;
    }
}
