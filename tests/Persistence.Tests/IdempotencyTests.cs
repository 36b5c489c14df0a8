using Causeway.TestKit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Causeway.Persistence.Tests;

/// <summary>R61, L10: one form, sent however often, has one effect and one answer.</summary>
public sealed class IdempotencyTests
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    [Fact]
    public async Task One_form_sent_fifty_times_at_once_has_one_effect_and_one_answer()
    {
        await using var app = await TestApp.StartAsync();
        await app.KeepFileAsync(Acts.SchoolA);
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => PostAsync(app, Key, "words"))));
        answers.Distinct().ShouldHaveSingleItem().ShouldStartWith("302 /files/");
        (await app.CountAsync()).ShouldBe(new Kept(2, 2, 1, 2, ""));
    }

    [Fact]
    public async Task Two_sendings_of_a_form_that_changes_one_row_are_not_told_of_a_conflict()
    {
        await using var app = await TestApp.StartAsync();
        await using (var db = app.Open(Acts.SchoolA, app.Clock))
        {
            db.Add(OutboxMail.Write("lead@school.example", "Something waits", "/", db.Scope, app.Clock));
            await db.SaveChangesAsync();
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => PostAsync(app, Key, "words", ChangeMailAsync))));
        answers.Distinct().ShouldHaveSingleItem().ShouldBe("302 /mails");
        await using var owner = app.Maintenance();
        (await owner.Set<OutboxMail>().SingleAsync()).Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_form_sent_again_later_is_answered_as_before()
    {
        await using var app = await TestApp.StartAsync();
        var first = await PostAsync(app, Key, "words");
        (await PostAsync(app, Key, "words")).ShouldBe(first);
        (await app.CountAsync()).Files.ShouldBe(1);
    }

    [Fact]
    public async Task A_key_used_for_other_words_is_refused()
    {
        await using var app = await TestApp.StartAsync();
        await PostAsync(app, Key, "words");
        (await PostAsync(app, Key, "other words")).ShouldBe("422 ");
        (await app.CountAsync()).Files.ShouldBe(1);
    }

    [Fact]
    public async Task A_key_used_by_somebody_else_is_refused()
    {
        await using var app = await TestApp.StartAsync();
        await PostAsync(app, Key, "words");
        (await PostAsync(app, Key, "words", person: Acts.SchoolB)).ShouldBe("422 ");
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0")]
    public async Task A_form_without_a_proper_key_is_refused(string key)
    {
        await using var app = await TestApp.StartAsync();
        (await PostAsync(app, key, "words")).ShouldBe("400 ");
        (await app.CountAsync()).Files.ShouldBe(0);
    }

    [Fact]
    public async Task A_form_whose_act_failed_can_be_sent_again_under_its_key()
    {
        await using var app = await TestApp.StartAsync();
        (await PostAsync(app, Key, "words", (_, _) => throw new InvalidOperationException("a bug"))).ShouldBe("InvalidOperationException");
        (await PostAsync(app, Key, "words")).ShouldStartWith("302 /files/");
        (await app.CountAsync()).ShouldBe(new Kept(1, 1, 1, 1, ""));
    }

    [Fact]
    public async Task A_doubtful_commit_is_answered_by_503_and_the_form_sent_again_has_one_effect()
    {
        await using var app = await TestApp.StartAsync();
        var doubtful = await PostAsync(app, Key, "words", async (services, db) =>
        {
            await KeepAsync(services, db);
            throw new CommitUnknownException("nobody knows");
        });
        doubtful.ShouldBe("503 ");
        (await PostAsync(app, Key, "words")).ShouldStartWith("302 /");
        (await app.CountAsync()).Files.ShouldBe(1);
    }

    private static async Task<string> KeepAsync(IServiceProvider services, AppDbContext db)
    {
        var id = await services.GetRequiredService<FileStore>().AddAsync(new MemoryStream([1]), "a", "text/plain", CancellationToken.None);
        db.Record("file.kept", id.Value);
        await db.SaveChangesAsync();
        return $"/files/{id}";
    }

    private static async Task<string> ChangeMailAsync(IServiceProvider services, AppDbContext db)
    {
        var mail = await db.Set<OutboxMail>().SingleAsync();
        mail.Claim(db.Clock.GetUtcNow());
        db.Record("mail.claimed", mail.Id.Value);
        await db.SaveChangesAsync();
        return "/mails";
    }

    /// <summary>Drives the filter as the page pipeline does: selection, handler, result.</summary>
    private static async Task<string> PostAsync(
        TestApp app, string key, string words, Func<IServiceProvider, AppDbContext, Task<string>>? act = null, Kernel.OrganisationId? person = null)
    {
        await using var scope = app.Enter(person ?? Acts.SchoolA, out var db);
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.Method = "POST";
        http.Request.Path = "/files/keep";
        http.Request.ContentType = "application/x-www-form-urlencoded";
        http.Request.Form = new FormCollection(new Dictionary<string, StringValues>(StringComparer.Ordinal)
        {
            [IdempotencyFilter.Field] = key, ["words"] = words, ["__RequestVerificationToken"] = Guid.CreateVersion7().ToString(),
        });
        var page = new PageContext(new ActionContext(http, new RouteData(), new CompiledPageActionDescriptor()));
        var filter = scope.ServiceProvider.GetRequiredService<IdempotencyFilter>();
        var executing = new PageHandlerExecutingContext(page, [filter], null, new Dictionary<string, object?>(StringComparer.Ordinal), new object());
        var executed = new PageHandlerExecutedContext(page, [filter], null, new object());
        await filter.OnPageHandlerExecutionAsync(executing, async () =>
        {
            try
            {
                executed.Result = new LocalRedirectResult(await (act ?? KeepAsync)(scope.ServiceProvider, db));
            }
            catch (Exception error)
            {
                executed.Exception = error;
            }

            return executed;
        });
        if (executed.Exception is { } thrown && !executed.ExceptionHandled)
        {
            return thrown.GetType().Name;
        }

        return await AnswerAsync(filter, page, executing.Result ?? executed.Result!);
    }

    private static async Task<string> AnswerAsync(IdempotencyFilter filter, PageContext page, IActionResult result)
    {
        var http = page.HttpContext;
        await filter.OnResultExecutionAsync(new ResultExecutingContext(page, [filter], result, new object()), async () =>
        {
            switch (result)
            {
                case LocalRedirectResult redirect:
                    http.Response.StatusCode = 302;
                    http.Response.Headers.Location = redirect.Url;
                    break;
                case ContentResult content:
                    http.Response.StatusCode = content.StatusCode!.Value;
                    break;
                default:
                    await result.ExecuteResultAsync(page);
                    break;
            }

            return new ResultExecutedContext(page, [filter], result, new object());
        });
        return $"{http.Response.StatusCode} {http.Response.Headers.Location}";
    }
}
