using System.Text.Json.Nodes;

namespace Causeway.ResourceDirectory;

/// <summary>Records as the answer shows them: an item of a list, the whole of one, or the least that says it is there.</summary>
internal sealed class FeedItems(FeedReader reader)
{
    /// <summary>Stands in the name the standard demands of a service that is gone.</summary>
    public const string GoneName = "withdrawn";

    public async Task<IReadOnlyList<JsonObject>> ListAsync(RecordKind kind, IReadOnlyList<PublicRecord> records, FeedQuery query, CancellationToken ct)
    {
        var nested = kind != RecordKind.Service && (query.Full || query.FullService);
        var services = nested ? await reader.ServicesAsync([.. records.Select(r => r.EntryId).Distinct()], ct) : null;
        return [.. records.Select(r => Item(r, query, services is null ? [] : [.. services[r.EntryId]]))];
    }

    public async Task<JsonObject> OneAsync(PublicRecord record, bool fullService, CancellationToken ct)
    {
        if (record.GoneAt is not null || record.Kind == RecordKind.Service)
        {
            return record.GoneAt is null ? FeedJson.Read(record.Body) : Gone(record);
        }

        var services = await reader.ServicesAsync([record.EntryId], ct);
        return Nested(record, [.. services[record.EntryId]], fullService);
    }

    private static JsonObject Item(PublicRecord record, FeedQuery query, IReadOnlyList<PublicRecord> services)
    {
        if (record.GoneAt is not null)
        {
            return query.Minimal ? Dated(Gone(record)) : Gone(record);
        }

        var body = FeedJson.Read(record.Body);
        if (query.Minimal)
        {
            return Dated(Only(body, "id", "name", "status", "last_modified"));
        }

        return services.Count > 0 ? Nested(record, services, query.FullService || record.Kind == RecordKind.ServiceAtLocation) : query.Full ? body : FeedJson.Flat(body);
    }

    private static JsonObject Nested(PublicRecord record, IReadOnlyList<PublicRecord> services, bool full)
    {
        var body = FeedJson.Read(record.Body);
        if (record.Kind == RecordKind.ServiceAtLocation)
        {
            if (services.Count > 0)
            {
                body["service"] = Without(FeedJson.Read(services[0].Body), "service_at_locations");
            }

            return body;
        }

        // The organisation stands around them: it is not said again inside each.
        return body.Put("services", services.Select(s => Without(full ? FeedJson.Read(s.Body) : FeedJson.Flat(FeedJson.Read(s.Body)), "organization").Put("organization_id", record.Id.ToString("D"))));
    }

    private static JsonObject Gone(PublicRecord record) =>
        FeedJson.New(record.Id).Put("name", GoneName).Put("status", "defunct").Put("last_modified", FeedJson.Moment(record.LastModified));

    private static JsonObject Dated(JsonObject item)
    {
        item["modified_date"] = item["last_modified"]?.DeepClone();
        return item;
    }

    private static JsonObject Only(JsonObject body, params string[] names)
    {
        var item = new JsonObject();
        foreach (var name in names.Where(body.ContainsKey))
        {
            item[name] = body[name]!.DeepClone();
        }

        return item;
    }

    private static JsonObject Without(JsonObject body, string name)
    {
        body.Remove(name);
        return body;
    }
}
