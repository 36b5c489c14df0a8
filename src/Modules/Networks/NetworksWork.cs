using Causeway.Kernel;

namespace Causeway.Networks;

/// <summary>What waits in this room. The words stand in mails: they count and say where, and quote nothing.</summary>
internal static class NetworksWork
{
    public static readonly WorkKind Invitation = new("membership", "Networks that invite your organisation", "{0} network invites your organisation", "{0} networks invite your organisation", "/network");
    public static readonly WorkKind PostToAgree = new("post", "Posts that need a second person", "{0} post waits for a second person", "{0} posts wait for a second person", "/") { Protects = true };
    public static readonly WorkKind PostEnds = new("post-ends", "Posts that end soon", "{0} post ends soon", "{0} posts end soon", "/network");
    public static readonly WorkKind Member = new("member", "Members and guests of the network", "{0} organisation waits for an answer or owes one", "{0} organisations wait for an answer or owe one", "/network");
    public static readonly WorkKind Charter = new("charter", "The network's charter", "{0} thing to do about the network's charter", "{0} things to do about the network's charter", "/network/charter");
    public static readonly WorkKind Tie = new("liaison", "Ties with authorities", "{0} tie with an authority to look after", "{0} ties with authorities to look after", "/network/authorities");
    public static readonly WorkKind Question = new("question", "Questions of the network", "{0} question waits for your answer", "{0} questions wait for your answer", "/network/questions");
    public static readonly WorkKind Answered = new("answered", "Answers to your questions", "{0} question of yours has answers", "{0} questions of yours have answers", "/network/questions");
    public static readonly WorkKind Offer = new("offer", "Help agreed between schools", "{0} agreed help waits for a word from you", "{0} agreed helps wait for a word from you", "/network/offers");
    public static readonly WorkKind Readiness = new("readiness", "Statements about your school", "{0} statement about your school to look at again", "{0} statements about your school to look at again", "/network/readiness");

    public static readonly WorkKind Keys = new("keys", "The keys of your school", "{0} thing to decide about the keys of your school", "{0} things to decide about the keys of your school", "/network") { Protects = true };

    public static readonly WorkKind InvitationAnswered = new("invitation-answered", "An organisation you invited has answered", "{0} organisation you invited has answered", "{0} organisations you invited have answered", "/network") { IsNews = true };
    public static readonly WorkKind RequestAnswered = new("request-answered", "A network has answered your request", "{0} network has answered your request", "{0} networks have answered your request", "/network") { IsNews = true };
    public static readonly WorkKind MemberLeft = new("member-left", "An organisation left the network", "{0} organisation left your network", "{0} organisations left your network", "/network") { IsNews = true };
    public static readonly WorkKind PostDecided = new("post-decided", "A post you proposed was decided", "{0} post you proposed was decided", "{0} posts you proposed were decided", "/network") { IsNews = true };

    public static readonly WorkKind[] All =
        [Invitation, PostToAgree, PostEnds, Member, Charter, Tie, Question, Answered, Offer, Readiness, Keys, InvitationAnswered, RequestAnswered, MemberLeft, PostDecided];
}
