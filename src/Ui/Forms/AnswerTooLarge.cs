using System.Buffers;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Causeway.Ui;

/// <summary>
/// A browser that is cut off while it sends shows its own error and no words of ours. So what is too large is taken from the
/// wire and thrown away piece by piece, up to a bound, and the person is told at the form.
/// </summary>
/// <param name="page">Where they are told; without it on the page itself, which is asked for with <c>?large=true</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AnswerTooLargeAttribute(int mostBytes, string? page = null) : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    private const long MostThrownAway = 512L * 1024 * 1024;

    // Before anything reads the form: the limits of the request stand at 900, the check for forgery at 1000.
    public int Order => 800;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (request.ContentLength is not { } length || length <= mostBytes)
        {
            return;
        }

        context.Result = new LocalRedirectResult(page is null ? request.PathBase + request.Path + "?large=true" : "~" + page);
        if (length > MostThrownAway)
        {
            return;
        }

        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostThrownAway;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(81_920);
        try
        {
            while (await request.Body.ReadAsync(buffer, context.HttpContext.RequestAborted) > 0)
            {
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
