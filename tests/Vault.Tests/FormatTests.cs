using System.Text;
using Causeway.Kernel;

namespace Causeway.Vault.Tests;

/// <summary>
/// The formats outlive this program (K15). The samples were made by an independent program (Python, pyca/cryptography)
/// from the description; a change that no longer reads them would lose what schools have written.
/// </summary>
public sealed class FormatTests
{
    private static readonly Guid Id = new("0193f000-0000-7000-8000-000000000001");
    private static readonly Guid Row = new("0193f000-0000-7000-8000-000000000002");
    private static readonly Guid Case = new("0193f000-0000-7000-8000-000000000003");
    private static readonly Guid Org = new("0193f000-0000-7000-8000-000000000004");
    private static readonly byte[] KeyMaterial = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly byte[] RootMaterial = [.. Enumerable.Range(32, 32).Select(i => (byte)i)];
    private static readonly CellAddress Cell = new("case_note", "body", Row, Case, "core", new OrganisationId(Org));
    private static readonly CellAddress FileCell = new("file", "content", Row, null, null, null);

    [Fact]
    public void K15_a_field_sealed_by_another_program_opens()
    {
        using var key = Key();
        Envelope.OpenText(
            Convert.FromHexString("0101000000036465666768696a6b6c6d6e6fbe0cb40aafb992b297bf3de3aac9841e60efaa0f2e75f6a778b2e7e39e0f287009fe2bc0e453a01bd12065ac81ac43815d0142ce269d3c76372ca4362c4428139f301544bad5c8bbf85b85aad1ea52a5"),
            key,
            Cell).ShouldBe("Zoë saw it");
    }

    [Fact]
    public void K15_a_key_wrapped_by_another_program_unwraps_and_the_root_is_known_again()
    {
        using var roots = Roots();
        roots.Demand(RootKeyCheck.Parse("2:c88112b8e5eb0cc5279642b1a9e2a8230cd3ac21f118b295a8581652568e2049"));
        roots.Current.Derive("postgres-app-role").ShouldBe("jFsMbMal8PCFVcvWiVJH3FVfv1lwB4b8GI2F99lGaLI");
        var row = new WrappedKey(Id, "org", Org, 3, 2, Convert.FromHexString(
            "0101000000026465666768696a6b6c6d6e6f991e517374f008d65fc54f97b8139c16b312221bbf874a8da94141b1f71b372d2338bedbab4dfcaad935d12b40ed2bb2"));
        using var key = KeyRing.UnwrapKey(row, roots);
        key.Bytes.ToArray().ShouldBe(KeyMaterial);
    }

    [Fact]
    public async Task K15_a_file_sealed_by_another_program_opens()
    {
        using var key = Key();
        using var plain = new MemoryStream();
        var sample = Convert.FromHexString("01020000000301020304050607e54c7c73c3fc53ca84aa9a6085010bdf28a701c8acef");
        await ChunkOpener.OpenAsync(new MemoryStream(sample), plain, key, FileCell);
        Encoding.ASCII.GetString(plain.ToArray()).ShouldBe("letter");
    }

    [Fact]
    public void K15_the_index_of_a_name_is_the_one_another_program_computes()
    {
        using var key = Key();
        BlindIndex.Of(key, "name-dob", "Zoë  O’Connor 2011-02-03", 8).ShouldBe(0x6e);
        BlindIndex.Of(key, "name-dob", "zoe oconnor 2011 02 03", 24).ShouldBe(0x6e4b4d);
    }

    [Fact]
    public void K15_a_second_reader_opens_what_this_program_seals()
    {
        using var key = Key();
        using var roots = Roots();
        var field = Envelope.Seal("seen in class 5"u8, key, Cell);
        SecondReader.Envelope(field, KeyMaterial, $"v1|case_note|body|{Row}|{Case}|core|{Org}").ShouldBe("seen in class 5"u8.ToArray());
        SecondReader.Envelope(field, KeyMaterial, $"v1|case_note|body|{Row}|{Case}|legal|{Org}").ShouldBeNull();
        var row = KeyRing.WrapKey(key, roots);
        SecondReader.WrappedKey(row.Bytes, RootMaterial, $"wrap|v1|org|{Org}|{Id}|3").ShouldBe(KeyMaterial);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(65536)]
    [InlineData(65537)]
    [InlineData(140_000)]
    public async Task K15_a_second_reader_opens_files_of_every_cut(int length)
    {
        using var key = Key();
        using var sealedFile = new MemoryStream();
        var plain = new Seeded(15).Bytes(length);
        await ChunkSealer.SealAsync(new MemoryStream(plain), sealedFile, key, FileCell);
        sealedFile.Length.ShouldBe(ChunkSealer.SealedLength(length));
        SecondReader.File(sealedFile.ToArray(), KeyMaterial, Row, $"v1|file|content|{Row}|||").ShouldBe(plain);
    }

    private static DataKey Key() => new(Id, "org", Org, 3, KeyBytes.CopyOf(KeyMaterial));

    private static RootKeys Roots() => new(Id, [new RootKey(2, KeyBytes.CopyOf(RootMaterial))]);
}
