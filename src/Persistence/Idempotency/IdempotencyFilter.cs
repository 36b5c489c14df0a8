using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Persistence;

/// <summary>A write that carries no form key, and why that is safe.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class WithoutKeyAttribute(string reason) : Attribute
{
    public string Reason { get; } = reason;
}

/// <summary>
/// Every form carries a key. The same key with the same body is answered as before, with another body by 422; the key is
/// written in the commit it belongs to, so a retry after a lost answer has one effect.
/// </summary>
public sealed class IdempotencyFilter(IServiceProvider services) : IAsyncPageFilter, IAsyncResultFilter, IOrderedFilter
{
    public const string Field = "_key";

    private AppDbContext? _db;

    public int Order => 100;

    // Late: a page that is only read needs no database on the filter's account.
    private AppDbContext Db => _db ??= services.GetRequiredService<AppDbContext>();

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || IsExempt(context))
        {
            RestIfUnrecorded(await next());
            return;
        }

        var text = request.HasFormContentType ? request.Form[Field].ToString() : "";
        if (text.Length is < 16 or > 64)
        {
            context.Result = new BadRequestResult();
            return;
        }

        var key = new IdempotencyKey(text, await HashAsync(request));
        if (await AnswerAgainAsync(key, request) is { } before)
        {
            context.Result = before;
            return;
        }

        Db.Key = key;
        var done = await next();
        RestIfUnrecorded(done);
        if (done.Exception is FormAnsweredException && await AnswerAgainAsync(key, request) is { } raced)
        {
            // The same form was sent twice at once; the other one was first. Its answer is this one's too.
            done.ExceptionHandled = true;
            done.Result = raced;
            return;
        }

        if (done.Exception is CommitUnknownException)
        {
            // Said plainly, under the same key: sending the same form again has one effect, whatever became of the first.
            done.ExceptionHandled = true;
            context.HttpContext.Response.Headers.RetryAfter = "10";
            done.Result = BeingChecked();
        }
    }

    // What may be read only with a line in the trail is not shown while no line can be written.
    private static void RestIfUnrecorded(PageHandlerExecutedContext done)
    {
        if (done.Exception is ReadingNotRecordedException)
        {
            done.ExceptionHandled = true;
            done.Result = new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
        }
    }

    // No page of the frame: the database, which the frame asks for the person's posts, is what does not answer.
    private static ContentResult BeingChecked() => new()
    {
        StatusCode = StatusCodes.Status503ServiceUnavailable,
        ContentType = "text/plain; charset=utf-8",
        Content = "Your entry is being checked. Wait a few seconds, then send the same page again (reload it): "
            + "it is kept once, whatever became of the first try.",
    };

    private static bool IsExempt(PageHandlerExecutingContext context) =>
        context.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null
        || context.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null
        || context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<WithoutKeyAttribute>() is not null
        || context.HandlerMethod?.MethodInfo.IsDefined(typeof(WithoutKeyAttribute), inherit: true) == true;

    private async Task<IActionResult?> AnswerAgainAsync(IdempotencyKey key, HttpRequest request)
    {
        var row = await FindAsync(key);
        for (var looks = 0; looks < 60 && row is { Answer: null } && row.At > Db.Clock.GetUtcNow().AddSeconds(-10); looks++)
        {
            // The first sending has just committed and will say in a moment where it leads.
            // Without holding a connection meanwhile: the first may need one to say it.
            if (Db.Database.CurrentTransaction is { } reading)
            {
                await reading.DisposeAsync();
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
            row = await FindAsync(key);
        }

        if (row is null)
        {
            return null;
        }

        return row.BodyHash == key.BodyHash && row.Person == Db.Scope.Person
            ? new LocalRedirectResult(row.Answer ?? request.PathBase + request.Path)
            : new StatusCodeResult(StatusCodes.Status422UnprocessableEntity);
    }

    private Task<IdempotencyRow?> FindAsync(IdempotencyKey key) =>
        Db.Set<IdempotencyRow>().AsNoTracking().FirstOrDefaultAsync(r => r.Key == key.Text);

    /// <summary>Remembers where the answer led, so that the same form sent again leads there too.</summary>
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        await next();
        var url = context.HttpContext.Response.Headers.Location.ToString();
        if (_db is not { KeyWritten: true, Key: { } key } || url.Length is 0 or > 500 || !url.StartsWith('/'))
        {
            return;
        }

        try
        {
            // Not through the context's own save: whatever a failed handler left behind in it must not be written now.
            await using var transaction = Db.Database.CurrentTransaction ?? await Db.Database.BeginTransactionAsync(CancellationToken.None);
            await Db.Set<IdempotencyRow>().Where(r => r.Key == key.Text && r.Answer == null)
                .ExecuteUpdateAsync(row => row.SetProperty(r => r.Answer, url), CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (System.Data.Common.DbException)
        {
            // The act is kept and its answer stands; only a repetition will lead to the form's own page instead.
        }
    }

    private static async Task<string> HashAsync(HttpRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string s) => hash.AppendData(Encoding.UTF8.GetBytes(s + "\0"));
        Add(request.Path + request.QueryString);
        foreach (var (name, values) in request.Form.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            // The anti-forgery token differs at every rendering and says nothing of the act.
            if (name != "__RequestVerificationToken")
            {
                Add(name);
                foreach (var value in values)
                {
                    Add(value ?? "");
                }
            }
        }

        foreach (var file in request.Form.Files)
        {
            Add(file.Name + "\0" + file.FileName);
            await using var stream = file.OpenReadStream();
            hash.AppendData(await SHA256.HashDataAsync(stream));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
