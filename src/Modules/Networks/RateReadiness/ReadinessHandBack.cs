using System.Text;
using Causeway.Kernel;
using Causeway.Persistence;

namespace Causeway.Networks;

/// <summary>The school's self-audit among what it takes with it: its own rows, in its own scope.</summary>
internal sealed class ReadinessHandBack(AppDbContext db) : IDataToHandBack
{
    public string FileName => "readiness.csv";

    public async Task WriteAsync(OrganisationId organisation, NetworkId network, Stream to, CancellationToken ct)
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await text.WriteLineAsync("\"area\",\"statement\",\"state\",\"owner\",\"review_on\",\"looked_at_on\",\"looked_at_by\",\"note\"");
        foreach (var i in await ShowReadinessModel.ReadAsync(db, organisation, ct))
        {
            string?[] cells = [i.Area.ToString(), i.Text, i.State.ToString(), i.OwnerName, Day(i.ReviewOn), Day(i.LookedAtOn), i.LookedAtBy, i.Note];
            await text.WriteLineAsync(string.Join(',', cells.Select(HandBack.Cell)));
        }
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
