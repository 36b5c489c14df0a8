namespace Causeway.Host;

/// <summary>
/// A form that arrived is carried out, also when whoever sent it has gone on to another page before the answer: a browser
/// breaks the connection then, which must not undo what was typed. Reading gives up as before.
/// </summary>
internal sealed class FinishWhatWasSent(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            // A body that did not arrive whole still ends in an error: the server itself reads it.
            http.RequestAborted = CancellationToken.None;
        }

        return next(http);
    }
}
