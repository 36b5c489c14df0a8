using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using static Causeway.Kernel.DemoStep;

namespace Causeway.Cases;

/// <summary>Two cases of one school of the made-up city. The children, like everybody there, are invented.</summary>
internal sealed class DemoCases(
    AppDbContext db, IActorSource actors, OpenCaseHandler cases, WriteEntryHandler entries, KeepPlanHandler plans, LetInHandler access, TimeProvider clock) : IDemoPart
{
    public int Order => 70;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        if (!city.Ids.TryGetValue("person:mara", out var mara) || !city.Ids.TryGetValue("person:tomas", out var tomas))
        {
            return;
        }

        var lead = await EnterAsync(new(mara), ct);
        var today = clock.Today(lead.Zone);
        var first = await OpenAsync(new(
            new() { GivenNames = "Milo Anders", FamilyName = "Brandvik", UsedName = "Milo", Born = today.AddYears(-9).AddDays(-40), Class = "Year 4", ClassTeacher = "Jo Castellan", HomeLanguages = "Norwegian, English", Carers = "Mother; an aunt on weekdays" },
            "Comes to school without food three times in two weeks and falls asleep before noon.", null, today.AddDays(4), RiskLevel.Medium, "Neglect is possible; no sign of injury."), lead, ct);
        await WriteAsync(first, EntryKind.Observation, new()
        {
            Text = "Milo put his head on the desk at ten and slept until the break. He ate two rolls of a classmate.", ChildsWords = "There wasn't anything left.",
            SeenOn = today.AddDays(-3), SeenAt = new(10, 0), Place = "Classroom 4b", Observer = "Jo Castellan", Position = "Class teacher", Source = Source.FirstHand, FirstStep = "Given breakfast; the lead was told at noon.",
        }, "He may be without supper on days when the aunt is away.", lead, ct);
        await WriteAsync(first, EntryKind.Decision, new() { Text = "Talk with the mother this week; breakfast at school from tomorrow.", Reason = "Nothing points to danger today; the mother was open in earlier talks." }, null, lead, ct);
        Must(await plans.AgreeAsync(new(first, true, null, today.AddDays(60), new() { What = "Milo eats breakfast every school day", Measure = "The class teacher's note, each day", Baseline = "Two days of five", Professional = "Mara Lindqvist" }), lead, ct));
        Must(await plans.AgreeAsync(new(first, false, 1, today.AddDays(5), new() { What = "Home visit and help with applications for support", Kind = StepKind.Social, Institute = "Family support of the district", Professional = "On-call worker" }), lead, ct));
        Must(await access.HandleAsync(new(first, new(tomas), [CaseParts.CoreCode, CaseParts.ChildCode], today.AddDays(60)), lead, today, ct));
        var second = await OpenAsync(new(
            new() { GivenNames = "Safiya", FamilyName = "Ferrand-Nasser", Class = "Year 9", ClassTeacher = "Jo Castellan", HomeLanguages = "Arabic, French" },
            "A classmate says Safiya is sent pictures by an adult she met in a game.", null, today.AddDays(2), null, null), lead, ct);
        await WriteAsync(second, EntryKind.Perspective, new() { Text = "She is ashamed and afraid of losing the telephone. I advise to speak with her before anybody takes it away.", Position = "Safeguarding lead", Outcome = "I do not agree with telling the parents first." }, null, lead, ct);
    }

    private async Task<CaseId> OpenAsync(OpenCase command, Actor by, CancellationToken ct)
    {
        var (opened, refusal) = await cases.HandleAsync(command, by, ct);
        Must(refusal);
        return opened!.Value;
    }

    private async Task WriteAsync(CaseId id, EntryKind kind, EntryWords words, string? meaning, Actor by, CancellationToken ct) =>
        Must(await entries.HandleAsync(new(id, CaseParts.Core, kind, words, meaning), by, ct));

    private async Task<Actor> EnterAsync(PersonId person, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        db.Scope.Set(Actor.Anonymous with { Person = person });
        var actor = await actors.FindAsync(person, null, ct) ?? throw new InvalidOperationException("The made-up city lacks a person.");
        db.Scope.Set(actor);
        return actor;
    }
}
