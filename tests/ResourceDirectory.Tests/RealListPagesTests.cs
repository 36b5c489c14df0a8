using Causeway.Kernel;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>Every real, messy list goes through the page: uploaded, looked at, started, and counted to the last row.</summary>
public sealed class RealListPagesTests(ITestOutputHelper output)
{
    public static TheoryData<string> Files() => RealListsTests.Files();

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public async Task A_real_list_goes_through_the_page_and_no_row_is_lost(string path)
    {
        if (path.Length == 0)
        {
            Assert.Skip("No folder of real lists: set CAUSEWAY_LISTS or put them in ../shared/lists.");
        }

        await using var app = await TestApp.StartWithWorldAsync();
        using var browser = await app.AsAsync("lead-a");
        var bytes = await File.ReadAllBytesAsync(path);
        var preview = await (await browser.OpenAsync("/directory/import")).Form().Attach("Lists", Path.GetFileName(path), bytes).SubmitAsync();
        preview.Find("input[name=Place]").ShouldNotBeNull(preview.Text);
        var form = preview.Form();
        if (form.Has("WithoutNames"))
        {
            form.Set("WithoutNames", "true");
        }

        await form.SubmitAsync("start");
        await app.RunJobsAsync();

        await using var db = app.Maintenance();
        var import = await db.Set<ListImport>().SingleAsync();
        import.State.ShouldBe(ImportState.Done);
        var rows = await db.Set<ImportRow>().AsNoTracking().ToListAsync();
        var expected = ListReader.Open(bytes, Path.GetFileName(path)).File!.Sheets[0].RowCount;
        output.WriteLine($"{Path.GetFileName(path)}: {expected} rows = {import.Taken} taken + {import.Warned} warned + {import.Held} held");
        import.Rows.ShouldBe(expected);
        (import.Taken + import.Warned + import.Held).ShouldBe(expected);
        rows.Count.ShouldBe(expected);
        rows.ShouldAllBe(r => r.OutcomeIn(import) != null);
        rows.Count(r => r.OutcomeIn(import) == RowOutcome.Held).ShouldBe(import.Held);
        (await db.Set<Listing>().CountAsync()).ShouldBe(import.Taken + import.Warned);
    }

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public async Task A_real_list_goes_through_the_command_and_no_row_is_lost(string path)
    {
        if (path.Length == 0)
        {
            Assert.Skip("No folder of real lists: set CAUSEWAY_LISTS or put them in ../shared/lists.");
        }

        await using var app = await TestApp.StartWithWorldAsync();
        var report = await app.InScopeAsync("lead-a", async services =>
        {
            await using var content = File.OpenRead(path);
            return await services.GetRequiredService<IListImporter>().ImportAsync(
                content, Path.GetFileName(path), services.GetRequiredService<ICurrentActor>().Actor, new ListImportOptions(), null, CancellationToken.None);
        });

        report.Refusal.ShouldBeNull();
        var sheet = report.Sheets.ShouldHaveSingleItem();
        sheet.Rows.ShouldBe(ListReader.Open(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken), Path.GetFileName(path)).File!.Sheets[0].RowCount);
        (sheet.Taken + sheet.Warned + sheet.Held).ShouldBe(sheet.Rows);
        sheet.HeldRows.Count.ShouldBe(sheet.Held);
        sheet.HeldRows.ShouldAllBe(row => row.Why.Length > 0);
    }
}
