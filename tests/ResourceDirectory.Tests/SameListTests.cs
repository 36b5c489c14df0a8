using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory.Tests;

public sealed class SameListTests(DirectoryWorld world) : IClassFixture<DirectoryWorld>
{
    private const string Heads = "Name,Profession,Organisation,Phone,Email,Languages,Help offered,Notes\n";

    [Fact]
    public async Task Another_list_of_the_same_name_is_a_list_of_its_own_and_each_finds_itself_again()
    {
        var doctors = Heads + string.Concat(Enumerable.Range(0, 12).Select(i => Line($"Doctor Number{(char)('a' + i)}")));
        var lawyers = Heads + Line("Doctor Numbera") + string.Concat(Enumerable.Range(0, 12).Select(i => Line($"Lawyer Number{(char)('a' + i)}")));
        await world.TakeInAsync("lead-b", doctors, fileName: "records.csv");

        var other = await ImportAsync("lead-b", await world.TakeInAsync("lead-b", lawyers, fileName: "records.csv"));
        (other.IsNewVersion, other.Gone).ShouldBe((false, 0));

        foreach (var (csv, rows) in new[] { (doctors, 12), (lawyers, 13), (doctors, 12) })
        {
            var again = await ImportAsync("lead-b", await world.TakeInAsync("lead-b", csv, fileName: "records.csv"));
            (again.Unchanged, again.Taken, again.Changed, again.Gone).ShouldBe((rows, 0, 0, 0));
        }
    }

    [Fact]
    public async Task A_table_without_names_finds_itself_again_by_its_rows()
    {
        const string phones = "Phone,Opening hours\n555 0411,Mon 9-12\n555 0412,Tue 9-12\n555 0413,Wed 9-12\n";
        var first = await world.UploadAsync("lead-a", phones, "numbers.csv");
        await first.Form().Set("WithoutNames", "true").SubmitAsync("start");
        await world.App.RunJobsAsync();

        (await world.UploadAsync("lead-a", phones, "numbers.csv")).Text.ShouldContain("Compared with what you have");
        (await world.UploadAsync("lead-a", phones.Replace("555 04", "555 05", StringComparison.Ordinal), "numbers.csv")).Text.ShouldNotContain("Compared with what you have");
    }

    private static string Line(string name) => $"{name},Therapist,{name} House,,{name.Replace(' ', '.').ToLowerInvariant()}@same.example,English,anxiety,\n";

    private Task<ListImport> ImportAsync(string person, TestPage result)
    {
        var id = new ListImportId(Guid.Parse(result.Url.Segments[3].TrimEnd('/')));
        return world.AskAsync(person, db => db.Set<ListImport>().AsNoTracking().FirstAsync(i => i.Id == id));
    }
}
