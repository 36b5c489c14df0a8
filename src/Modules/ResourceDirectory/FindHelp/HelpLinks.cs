using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Causeway.ResourceDirectory;

internal static class HelpLinks
{
    /// <summary>The same search, letting through those of whom nobody knows this; back on its first page.</summary>
    public static string AlsoUnknown(HttpRequest request, string key)
    {
        var query = new QueryBuilder(request.Query.Where(q => q.Key != Ui.Paging.QueryKey)
            .SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v ?? ""))))
        {
            { "unknown", key },
        };
        return request.PathBase + request.Path + query.ToQueryString();
    }
}
