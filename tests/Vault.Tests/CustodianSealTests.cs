namespace Causeway.Vault.Tests;

public sealed class CustodianSealTests
{
    private const int Rounds = 100;

    private static readonly Custodian Head = new("head", "blue kettle in the attic");
    private static readonly Custodian Chair = new("chair", "seven swans went walking");
    private static readonly Custodian Notary = new("notary", "an umbrella for thursday");

    [Fact]
    public void K6_any_two_of_three_open_it_in_any_order()
    {
        var secret = "private half"u8.ToArray();
        var text = CustodianSeal.Seal(secret, "recovery-key", Rounds, [Head, Chair, Notary]);
        foreach (var (one, other) in ((Custodian, Custodian)[])
            [(Head, Chair), (Chair, Head), (Head, Notary), (Notary, Head), (Chair, Notary), (Notary, Chair)])
        {
            CustodianSeal.Open(text, "recovery-key", one, other).ShouldBe(secret);
        }
    }

    [Fact]
    public void K6_one_alone_two_wrong_ones_and_one_in_two_roles_open_nothing()
    {
        var text = CustodianSeal.Seal("s"u8, "recovery-key", Rounds, [Head, Chair, Notary]);
        (Custodian, Custodian)[] tries =
        [
            (Head, Head), (Head, Chair with { Passphrase = Head.Passphrase }), (Head, Chair with { Passphrase = "" }),
            (Head with { Passphrase = Chair.Passphrase }, Chair with { Passphrase = Head.Passphrase }),
            (Head, new Custodian("stranger", Chair.Passphrase)), (Head, Notary with { Passphrase = Notary.Passphrase + " " }),
        ];
        foreach (var (one, other) in tries)
        {
            Should.Throw<SealBrokenException>(() => CustodianSeal.Open(text, "recovery-key", one, other));
        }
    }

    [Fact]
    public void K6_a_text_for_another_purpose_or_with_fewer_rounds_written_in_does_not_open()
    {
        var text = CustodianSeal.Seal("s"u8, "recovery-key", Rounds, [Head, Chair, Notary]);
        Should.Throw<FormatException>(() => CustodianSeal.Open(text, "restore-key", Head, Chair));
        Should.Throw<FormatException>(() => CustodianSeal.Open("", "recovery-key", Head, Chair));
        Should.Throw<FormatException>(() => CustodianSeal.Open(Bent("custodians 1 100", "custodians 2 100"), "recovery-key", Head, Chair));
        Should.Throw<FormatException>(() => CustodianSeal.Open(Bent(" 100 ", " 99999999 "), "recovery-key", Head, Chair));
        Should.Throw<SealBrokenException>(() => CustodianSeal.Open(Bent(" 100 ", " 99 "), "recovery-key", Head, Chair));
        Should.Throw<SealBrokenException>(() => CustodianSeal.Open(Bent("recovery-key", "restore-key"), "restore-key", Head, Chair));
        Should.Throw<SealBrokenException>(() => CustodianSeal.Open(Bent("pair chair head", "pair chair head !"), "recovery-key", Head, Chair));
        CustodianSeal.Open(Bent("\n", "\r\n"), "recovery-key", Head, Chair).ShouldBe("s"u8.ToArray());

        string Bent(string from, string to) => text.Replace(from, to, StringComparison.Ordinal);
    }

    [Fact]
    public void K6_three_different_people_with_long_passphrases_are_asked_for()
    {
        Custodian[][] wrong =
        [
            [Head, Chair], [Head, Chair, Chair], [Head, Chair, Notary with { Passphrase = Head.Passphrase }],
            [Head, Chair, Notary with { Passphrase = "short" }], [Head, Chair, Notary with { Name = "The Notary" }],
        ];
        foreach (var people in wrong)
        {
            Should.Throw<ArgumentException>(() => CustodianSeal.Seal("s"u8, "recovery-key", people));
        }

        Head.ToString().ShouldBe("head");
    }

    [Fact]
    public void K6_a_recovery_key_kept_by_custodians_still_opens_a_part_key()
    {
        using var made = RecipientPrivateKey.Generate();
        var caseId = new Seeded(71).Id();
        using var part = DataKey.NewPart(caseId, "core");
        var row = PublicSeal.SealPartKey(part, "core", made.Public);
        var text = CustodianSeal.Seal(System.Text.Encoding.ASCII.GetBytes(made.ToPem()), "recovery-key", Head, Chair, Notary);
        var pem = System.Text.Encoding.ASCII.GetString(CustodianSeal.Open(text, "recovery-key", Notary, Head));
        using var key = RecipientPrivateKey.FromPem(pem);
        using var opened = PublicSeal.OpenPartKey(row, caseId, "core", 1, key);
        opened.Bytes.SequenceEqual(part.Bytes).ShouldBeTrue();
    }
}
