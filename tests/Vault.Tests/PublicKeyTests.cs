using System.Security.Cryptography;

namespace Causeway.Vault.Tests;

public sealed class PublicKeyTests
{
    private const string Pem = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg885/2uV+GjENh/Hr
        vebzKL4Kmc28rfTWWJzyneS4/9KhRANCAAT+jBnOCQUZHrwpipJFeSUx8m8M7OJG
        BjnovDnLf3Bqgmp3m0z5abig5TnH9i+z0wrWqo+A4w8dEoqv1oos5y6g
        -----END PRIVATE KEY-----
        """;

    private static readonly byte[] Info = "Ode on a Grecian Urn"u8.ToArray();

    [Fact]
    public void Hpke_gives_the_figures_of_rfc_9180_appendix_a_3_1()
    {
        using var recipient = RecipientPrivateKey.FromPem(Pem);
        using var ephemeral = Ephemeral(
            "4995788ef4b9d6132b249ce59a77281493eb39af373d236a1fe415cb0c2d7beb",
            "04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4");
        var enc = Hpke.Point(ephemeral.ExportParameters(false));
        var shared = Hpke.SharedSecret(ephemeral, recipient.Public.Parameters, [.. enc, .. Hpke.Point(recipient.Public.Parameters)]);
        Hex(shared).ShouldBe("c0d26aeab536609a572b07695d933b589dcf363ff9d93c93adea537aeabb8cb8");
        var (key, nonce) = Hpke.Aes128.Schedule(shared, Info);
        (Hex(key), Hex(nonce)).ShouldBe(("868c066ef58aae6dc589b6cfdd18f97e", "4e0bc5018beba4bf004cca59"));
        var message = Hpke.Aes128.Seal(ephemeral, recipient.Public.Parameters, Info, "Count-0"u8, "Beauty is truth, truth beauty"u8);
        message[..65].ShouldBe(enc);
        Hex(message[65..]).ShouldBe("5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434");
        Hpke.Aes128.Open(recipient.Key, Info, "Count-0"u8, message).ShouldBe("Beauty is truth, truth beauty"u8.ToArray());
    }

    [Fact]
    public void Hpke_opens_the_working_groups_vector_of_the_very_suite_in_use()
    {
        using var recipient = Ephemeral(
            "317f915db7bc629c48fe765587897e01e282d3e8445f79f27f65d031a88082b2",
            "04abc7e49a4c6b3566d77d0304addc6ed0e98512ffccf505e6a8e3eb25c685136f853148544876de76c0f2ef99cdc3a05ccf5ded7860c7c021238f9e2073d2356c");
        var message = Convert.FromHexString(
            "04c06b4f6bebc7bb495cb797ab753f911aff80aefb86fd8b6fcc35525f3ab5f03e0b21bd31a86c6048af3cb2d98e0d3bf01da5cc4c39ff5370d331a4f1f7d5a4e0"
            + "58c61a45059d0c5704560e9d88b564a8b63f1364b8d1fcb3c4c6ddc1d291742465e902cd216f8908da49f8f96f");
        Hpke.Aes256.Open(recipient, Info, "Count-0"u8, message).ShouldBe("Beauty is truth, truth beauty"u8.ToArray());
    }

    [Fact]
    public void K15_what_another_program_sealed_to_a_public_key_opens()
    {
        using var key = RecipientPrivateKey.FromPem(Pem);
        var sample = Convert.FromHexString(
            "010304a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c41fff7906b5eb60bdf4c56dcbed6c2a1aa64051e599ac7677a6a9ce850b");
        PublicSeal.Open(sample, key, "sample").ShouldBe("only off-line"u8.ToArray());
        Should.Throw<SealBrokenException>(() => PublicSeal.Open(sample, key, "simple"));
    }

    [Fact]
    public void Every_byte_flipped_and_every_cut_of_a_message_to_a_public_key_fails()
    {
        using var key = RecipientPrivateKey.Generate();
        using var other = RecipientPrivateKey.Generate();
        var whole = PublicSeal.Seal("part key"u8, key.Public, "c");
        whole.Length.ShouldBe(8 + 83);
        for (var at = 0; at < whole.Length; at++)
        {
            var bent = (byte[])whole.Clone();
            bent[at] ^= 0x10;
            Should.Throw<SealBrokenException>(() => PublicSeal.Open(bent, key, "c"), $"byte {at}");
            Should.Throw<SealBrokenException>(() => PublicSeal.Open(whole.AsSpan(0, at), key, "c"), $"cut {at}");
        }

        Should.Throw<SealBrokenException>(() => PublicSeal.Open(whole, other, "c"));
        PublicSeal.Open(whole, key, "c").ShouldBe("part key"u8.ToArray());
    }

    [Fact]
    public void K2_a_part_key_for_recovery_opens_at_its_own_case_part_and_version_only()
    {
        var random = new Seeded(41);
        var caseId = random.Id();
        using var recovery = RecipientPrivateKey.Generate();
        using var part = DataKey.NewPart(caseId, "core", 2);
        var row = PublicSeal.SealPartKey(part, "core", recovery.Public);
        using (var opened = PublicSeal.OpenPartKey(row, caseId, "core", 2, recovery))
        {
            opened.Bytes.SequenceEqual(part.Bytes).ShouldBeTrue();
        }

        Should.Throw<SealBrokenException>(() => PublicSeal.OpenPartKey(row, random.Id(), "core", 2, recovery));
        Should.Throw<SealBrokenException>(() => PublicSeal.OpenPartKey(row, caseId, "legal", 2, recovery));
        Should.Throw<SealBrokenException>(() => PublicSeal.OpenPartKey(row, caseId, "core", 1, recovery));
        Should.Throw<ArgumentException>(() => PublicSeal.SealPartKey(part, "legal", recovery.Public));
    }

    [Fact]
    public void A_key_pair_survives_being_written_down_plain_and_under_a_passphrase()
    {
        const string passphrase = "four plain words long";
        using var made = RecipientPrivateKey.Generate();
        using var plain = RecipientPrivateKey.FromPem(made.ToPem());
        var protectedPem = made.ToPem(passphrase);
        using var opened = RecipientPrivateKey.FromPem(protectedPem, passphrase);
        (plain.Public.Id, opened.Public.Id).ShouldBe((made.Public.Id, made.Public.Id));
        RecipientPublicKey.FromPem(made.Public.ToPem()).Id.ShouldBe(made.Public.Id);
        protectedPem.ShouldContain("BEGIN ENCRYPTED PRIVATE KEY");
        Should.Throw<FormatException>(() => RecipientPrivateKey.FromPem(protectedPem, "four plain words lung"));
        Should.Throw<FormatException>(() => RecipientPrivateKey.FromPem(protectedPem));
        Should.Throw<ArgumentException>(() => made.ToPem("too short"));
    }

    [Fact]
    public void Only_keys_of_the_right_half_and_curve_are_taken()
    {
        using var made = RecipientPrivateKey.Generate();
        using var p384 = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP384);
        Should.Throw<FormatException>(() => RecipientPublicKey.FromPem(made.ToPem()));
        Should.Throw<FormatException>(() => RecipientPublicKey.FromPem(p384.ExportSubjectPublicKeyInfoPem()));
        Should.Throw<FormatException>(() => RecipientPublicKey.FromPem("no key"));
        Should.Throw<FormatException>(() => RecipientPrivateKey.FromPem(made.Public.ToPem()));
        Should.Throw<FormatException>(() => RecipientPrivateKey.FromPem(p384.ExportPkcs8PrivateKeyPem()));
        Should.Throw<FormatException>(() => RecipientPrivateKey.FromPem(""));
    }

    private static ECDiffieHellman Ephemeral(string secret, string point) => ECDiffieHellman.Create(
        Hpke.Parse(Convert.FromHexString(point)) with { D = Convert.FromHexString(secret) });

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
