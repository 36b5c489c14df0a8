using Causeway.TestKit;

namespace Causeway.Partnerships.Tests;

/// <summary>
/// What must hold, written down apart from the program: who may move a partnership, which way leads where, and what each
/// level asks before it may be active.
/// </summary>
internal static class GateTable
{
    public static readonly Dictionary<Stage, string> Ways = new()
    {
        [Stage.Exploring] = "Preparing Ended",
        [Stage.Preparing] = "Exploring Active Ended",
        [Stage.Active] = "Slipping Dormant Ending",
        [Stage.Slipping] = "Active Dormant Ending",
        [Stage.Dormant] = "Active Ending Ended",
        [Stage.Ending] = "Active Ended",
        [Stage.Ended] = "",
    };

    /// <summary>What is taken away, the level from which on it is missed, and what the page says of it.</summary>
    public static readonly (string Lacks, Formality From, string Told)[] Conditions =
    [
        ("two sides", Formality.Informal, "a second partner"),
        ("purpose", Formality.Informal, "the purpose"),
        ("driver", Formality.Informal, "what began it"),
        ("review date", Formality.Informal, "a review date"),
        ("review date to come", Formality.Informal, "a review date"),
        ("sponsor 1", Formality.Informal, "a sponsor at School A"),
        ("sponsor 2", Formality.Informal, "a sponsor at School B"),
        ("sponsor 3", Formality.Informal, "a sponsor at Lantern House"),
        ("second owner 1", Formality.Informal, "two owners at School A"),
        ("second owner 2", Formality.Informal, "two owners at School B"),
        ("file on the charity", Formality.Informal, "conclusion on Lantern House"),
        ("conclusion that is live", Formality.Informal, "conclusion on Lantern House"),
        ("conclusion without a blocker", Formality.Informal, "conclusion on Lantern House"),
        ("conclusion of another than the proposer", Formality.Informal, "conclusion on Lantern House"),
        ("conclusion of another than the opener", Formality.Informal, "conclusion on Lantern House"),
        ("conclusion of a person", Formality.Informal, "conclusion on Lantern House"),
        ("confirmation 1", Formality.Written, "School A has not confirmed"),
        ("confirmation 2", Formality.Written, "School B has not confirmed"),
        ("confirmation 3", Formality.Written, "Lantern House has not confirmed"),
        ("confirmation of the plan as it stands", Formality.Written, "has not confirmed"),
        ("agreement", Formality.Written, "an agreement made from the plan"),
        ("signature 1", Formality.Signed, "Signer 1"),
        ("signature 2", Formality.Signed, "Signer 2"),
        ("signature 3", Formality.Signed, "Signer 3"),
        ("signatures of the version in force", Formality.Signed, "Signer 1, Signer 2, Signer 3"),
        ("head 1", Formality.Signed, "the signature of the head of School A"),
        ("head 2", Formality.Signed, "the signature of the head of School B"),
        ("head 3", Formality.Signed, "the signature of the head of Lantern House"),
        ("founding paper", Formality.Incorporated, "the paper that founds"),
    ];

    /// <summary>Somebody, and what they are to the partnership. Who takes no part is told that nothing is there.</summary>
    public static readonly (string Who, bool TakesPart)[] Actors =
    [
        ("lead-a", true),        // began it, owner of the first side
        ("counsellor-a", true),  // owner of the first side
        ("lead-a2", true),       // leads at the school, owns nothing
        ("head-a", true),        // senior leader, signer
        ("lead-b", true),        // owner of the other side
        ("teacher-b", true),     // teacher who is an owner
        ("head-b", true),
        ("counsellor-b", true),
        ("teacher-a", false),    // teacher who is none
        ("coord", false),        // sees the line in the register, not this
        ("dpo-a", false),
        ("operator", false),
        ("partner-a", false),
        ("guest-a", false),
        ("ended", false),
        ("no-post", false),
        ("lead-c", false),       // lead, coordinator and head of another network
        ("coord-c", false),
        ("head-c", false),
        ("nobody", false),
        ("link of the charity", false),
        ("link of a signer", false),
    ];

    public static bool Leads(Stage from, Stage to) => Ways[from].Split(' ').Contains(to.ToString(), StringComparer.Ordinal);

    public static bool Misses(string lacks, Formality level) => lacks.Length > 0 && Conditions.Single(c => c.Lacks == lacks).From <= level;
}
