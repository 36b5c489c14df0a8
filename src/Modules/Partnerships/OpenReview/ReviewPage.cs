using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

/// <summary>What the pages of one review share.</summary>
internal abstract class ReviewPage : PartnershipPage
{
    [FromRoute]
    public Guid Review { get; set; }

    public ReviewView Round { get; protected set; } = null!;

    public string At => $"{Here}/reviews/{Review}";

    /// <summary>Decides for the own side.</summary>
    public bool MaySpeak => ReviewVoiceRule.MaySpeak(View, Actor);

    protected async Task<bool> LoadAsync(PartnershipDoor door, ReviewBook book, CancellationToken ct)
    {
        if (await door.EnterAsync(new(Id), Actor, ct) is not { } view || await book.FindAsync(view, new(Review), ct) is not { } round)
        {
            return false;
        }

        (View, Round) = (view, round);
        return true;
    }
}

/// <param name="At">Address of the review.</param>
internal sealed record ReviewTabs(ReviewView Round, string At, string Current)
{
    public IEnumerable<(string Path, string Text)> All =>
        Round.AllIn ? [("", "Side by side"), ("/findings", "Findings"), ("/conclusion", "Conclusion"), ("/readers", "Readers")] : [("", "Overview"), ("/answers", "Our answers")];
}
