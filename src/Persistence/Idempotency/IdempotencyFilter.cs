using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

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
public sealed class IdempotencyFilter(AppDbContext db) : IAsyncPageFilter, IAsyncResultFilter, IOrderedFilter
{
    public const string Field = "_key";

    public int Order => 100;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || IsExempt(context))
        {
            await next();
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

        db.Key = key;
        var done = await next();
        if (done.Exception is DbUpdateException error && db.Provider.IsUniqueViolation(error) && await AnswerAgainAsync(key, request) is { } raced)
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
            done.Result = new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static bool IsExempt(PageHandlerExecutingContext context) =>
        context.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null
        || context.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null
        || context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<WithoutKeyAttribute>() is not null
        || context.HandlerMethod?.MethodInfo.IsDefined(typeof(WithoutKeyAttribute), inherit: true) == true;

    private async Task<IActionResult?> AnswerAgainAsync(IdempotencyKey key, HttpRequest request)
    {
        var row = await db.Set<IdempotencyRow>().AsNoTracking().FirstOrDefaultAsync(r => r.Key == key.Text);
        if (row is null)
        {
            return null;
        }

        return row.BodyHash == key.BodyHash && row.Person == db.Scope.Person
            ? new LocalRedirectResult(row.Answer ?? request.PathBase + request.Path)
            : new StatusCodeResult(StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Remembers where the answer led, so that the same form sent again leads there too.</summary>
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        await next();
        var url = context.HttpContext.Response.Headers.Location.ToString();
        if (db.Key is not { } key || !db.KeyWritten || url.Length is 0 or > 500 || !url.StartsWith('/'))
        {
            return;
        }

        var row = await db.Set<IdempotencyRow>().FirstOrDefaultAsync(r => r.Key == key.Text);
        if (row is not null && row.Answer is null)
        {
            row.Answer = url;
            await db.SaveChangesAsync();
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
