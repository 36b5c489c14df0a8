using System.IO.Compression;
using System.Text.Json;

namespace Causeway.ResourceDirectory;

/// <summary>
/// A zip of tables: the tabular form of a services directory becomes one sheet, joined; any other tables become a sheet
/// each. Nothing is unpacked to disk, and names inside the zip are never used as paths.
/// </summary>
internal static class PackageFile
{
    private static readonly string[] TableEndings = [".csv", ".tsv"];
    private static readonly string[] JsonEndings = [".json", ".jsonl", ".ndjson"];

    public static ListOpening Open(byte[] bytes, string fileName, string? encoding)
    {
        if (PackageGate.Check(bytes) is { } refusal)
        {
            return ListOpening.No(refusal);
        }

        var parts = PackageGate.Parts(bytes);
        var kinds = KindsOfDescriptor(parts);
        var sheets = new List<(string Kind, ListSheet Sheet)>();
        foreach (var (name, content) in parts.Where(part => IsOneOf(part.Name, TableEndings) || (IsOneOf(part.Name, JsonEndings) && !IsDescriptor(part.Name))))
        {
            var opening = IsOneOf(name, JsonEndings) ? JsonFile.Open(content, name, encoding) : CsvFile.Open(content, name, encoding);
            if (opening.Refusal is { } no)
            {
                return ListOpening.No(no with { Message = "{" + no.Values.Length + "}: " + no.Message, Values = [.. no.Values, name] });
            }

            sheets.AddRange(opening.File!.Sheets.Select(sheet => (kinds.GetValueOrDefault(name) ?? HsdsKind.Of(HsdsNode.KeyOf(Path.GetFileNameWithoutExtension(name))), sheet)));
        }

        if (sheets.Count == 0)
        {
            return ListOpening.No(PackageGate.NoTables);
        }

        var isDirectory = sheets.Exists(sheet => sheet.Kind is HsdsKind.Organization or HsdsKind.Service or HsdsKind.Location && sheet.Sheet.Header?.Cells.Contains("id", StringComparer.OrdinalIgnoreCase) == true);
        return ListOpening.Of(new ListFile(
            fileName, ListFormat.Zip, null, null, isDirectory ? [Joined(Path.GetFileNameWithoutExtension(fileName), sheets)] : [.. sheets.Select(sheet => sheet.Sheet)], []));
    }

    private static ListSheet Joined(string name, List<(string Kind, ListSheet Sheet)> sheets)
    {
        var tables = new HsdsTables();
        foreach (var (kind, sheet) in sheets)
        {
            var keys = sheet.Columns.Select(column => HsdsNode.KeyOf(column.Heading ?? column.Letter)).ToList();
            foreach (var row in sheet.Rows())
            {
                var node = new HsdsNode(kind);
                for (var i = 0; i < row.Cells.Count; i++)
                {
                    node.Say(i < keys.Count ? keys[i] : "beyond", row.Cells[i]);
                }

                tables.Add(node);
            }
        }

        var rows = tables.Rows().ToList();
        return HsdsSheet.Of(name, () => rows);
    }

    /// <summary>The descriptor says which file holds which table, whatever the files are called.</summary>
    private static Dictionary<string, string> KindsOfDescriptor(IReadOnlyList<(string Name, byte[] Content)> parts)
    {
        var kinds = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            var descriptor = parts.FirstOrDefault(part => IsDescriptor(part.Name)).Content;
            using var document = descriptor is null ? null : JsonDocument.Parse(descriptor);
            if (document?.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("resources", out var resources) && resources.ValueKind == JsonValueKind.Array)
            {
                foreach (var resource in resources.EnumerateArray().Where(resource => resource.ValueKind == JsonValueKind.Object))
                {
                    if (Text(resource, "path") is { } path && Text(resource, "name") is { } name)
                    {
                        kinds.TryAdd(Path.GetFileName(path), HsdsKind.Of(HsdsNode.KeyOf(name)));
                    }
                }
            }
        }
        catch (JsonException)
        {
            // A broken descriptor says nothing; the names of the tables do.
        }

        return kinds;
    }

    private static string? Text(JsonElement resource, string name) => resource.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool IsDescriptor(string name) => name.Equals("datapackage.json", StringComparison.OrdinalIgnoreCase);

    private static bool IsOneOf(string name, string[] endings) => endings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);
}
