using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Partnerships;

/// <param name="Choices">Empty: answered in one's own words.</param>
/// <param name="Many">Several of the choices may be ticked.</param>
/// <param name="Needed">A sheet without it is not handed in.</param>
internal sealed record SheetQuestion(string Key, string Label, string Hint, IReadOnlyList<(string Key, string Text)> Choices, bool Many = false, bool Needed = false)
{
    public IReadOnlyList<SelectListItem> Items => [.. Choices.Select(c => new SelectListItem(c.Text, c.Key))];
}

/// <summary>What each side is asked alone. Where there are choices, two sheets can be compared; the rest is read side by side.</summary>
internal static class SheetQuestions
{
    public static IReadOnlyList<SheetQuestion> All { get; } =
    [
        new("want", "What do you hope will be different after a year?", "In a few sentences, as you would say it to a colleague.", [], Needed: true),
        new("field", "In which fields?", "Tick all that you would put time into.",
        [
            ("lessons", "Pupils learn together"), ("staff", "Staff learn from each other"), ("safety", "Children are safer"), ("families", "Families are reached"),
            ("leading", "Leading a school"), ("culture", "Knowing another place and language"),
        ], Many: true, Needed: true),
        new("give", "What can you give?", "Time, people, rooms, knowledge. Small and sure is better than large and vague.", [], Needed: true),
        new("why", "Why this partner?", "What do they have or know that you do not?", []),
        new("gain", "What would they gain from you?", "If you do not know, say so; that is a question for the first talk.", []),
        new("hours", "How many hours a week could your people give, all together?", "", [("1", "One hour"), ("3", "Two or three hours"), ("5", "Four or five hours"), ("more", "More")]),
        new("length", "For how long do you think ahead?", "", [("term", "One term, as a trial"), ("year", "One school year"), ("three", "About three years"), ("longer", "Longer")], Needed: true),
        new("formal", "How formal should it be?", "", [("informal", "A word is enough"), ("written", "A written plan"), ("signed", "A signed agreement")]),
        new("lead", "Who should lead?", "", [("us", "We would"), ("them", "They should"), ("turns", "In turns"), ("both", "Both together")]),
        new("money", "Who pays when something costs?", "", [("own", "Each its own costs"), ("half", "Half and half"), ("means", "According to means"), ("free", "Only what costs nothing")]),
        new("limits", "What is out of the question for you?", "Fields in which you compete, things you may not share, dates you cannot give.", []),
        new("worry", "What might go wrong?", "", []),
    ];
}
