using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Partnerships;

/// <summary>What waits of reviews. The words stand in mails: they count and say where, and quote nothing.</summary>
internal static class Reviews
{
    public static readonly WorkKind Answer = new("review-answer", "Reviews of partnerships to answer", "{0} review of a partnership waits for your side", "{0} reviews of partnerships wait for your side", "/partnerships");
    public static readonly WorkKind Talk = new("review-talk", "Reviews of partnerships to talk over", "{0} review of a partnership to talk over", "{0} reviews of partnerships to talk over", "/partnerships");
    public static readonly WorkKind Conclude = new("review-conclude", "Conclusions of reviews to agree to", "{0} conclusion of a review waits for your side", "{0} conclusions of reviews wait for your side", "/partnerships");
    public static readonly WorkKind Reader = new("review-reader", "Readers of reports to decide on", "{0} reader of a report waits for a decision", "{0} readers of reports wait for a decision", "/partnerships");
    public static readonly WorkKind Finding = new("review-finding", "What you do after a review", "{0} thing to do after a review", "{0} things to do after a review", "/partnerships");
    public static readonly WorkKind Closing = new("review-closing", "Partnerships that end and have no closing record", "{0} partnership ends and has no closing record", "{0} partnerships end and have no closing record", "/partnerships");
    public static readonly WorkKind Report = new("review-report", "Reports of reviews you may read", "{0} report of a review is open to you", "{0} reports of reviews are open to you", "/partnerships/reports") { IsNews = true };
    public static readonly WorkKind Brief = new("term-brief", "The brief on partnerships each term", "{0} brief on partnerships of the past term", "{0} briefs on partnerships of the past term", "/partnerships/brief") { IsNews = true };

    public static readonly WorkKind[] Work = [Answer, Talk, Conclude, Reader, Finding, Closing, Report, Brief];

    public static IServiceCollection AddReviews(this IServiceCollection services) => services
        .AddScoped<ReviewBook>()
        .AddScoped<ReviewFactBook>()
        .AddScoped<OpenReviewHandler>()
        .AddScoped<KeepFindingsHandler>()
        .AddScoped<ConcludeReviewHandler>()
        .AddScoped<LetReadHandler>()
        .AddScoped<ReviewActs>()
        .AddScoped<AnswerAsPeerHandler>()
        .AddScoped<BriefBook>()
        .AddScoped<IDemoPart, DemoReviews>()
        .AddScoped<IDemoPart, DemoOpenReview>()
        .AddScoped<IWorkList, ReviewsWorkList>();
}
