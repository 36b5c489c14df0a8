using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Causeway.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class CompleteDirectory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_import_row_organisation_id_outcome_decision",
                table: "import_row");

            migrationBuilder.AddColumn<bool>(
                name: "address_is_secret",
                table: "listing",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "kept_fields",
                table: "listing",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "listed",
                table: "listing",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "missing_since",
                table: "listing",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "changed",
                table: "list_import",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "gone",
                table: "list_import",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "gone_lines",
                table: "list_import",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Keep");

            migrationBuilder.AddColumn<bool>(
                name: "list_wins",
                table: "list_import",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "series",
                table: "list_import",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<int>(
                name: "unchanged",
                table: "list_import",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "put_off_at",
                table: "join_proposal",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "put_off_by",
                table: "join_proposal",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "put_off_by_name",
                table: "join_proposal",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "left_before",
                table: "join_decision",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "reasons",
                table: "join_decision",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<double>(
                name: "score",
                table: "join_decision",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "effect",
                table: "import_row",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<DateOnly>(
                name: "confirmed_on",
                table: "entry",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "departed",
                table: "entry",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "disputed",
                table: "entry",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "dormant",
                table: "entry",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "form",
                table: "entry",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<double>(
                name: "latitude",
                table: "entry",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "leaves_on",
                table: "entry",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "left_on",
                table: "entry",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "longitude",
                table: "entry",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "runs_out_from",
                table: "entry",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "stale_from",
                table: "entry",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "added",
                table: "contribution",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "assured",
                table: "contribution",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "changed_by_name",
                table: "contribution",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "changed_on",
                table: "contribution",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<string>(
                name: "confirmed_communities",
                table: "contribution",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<DateOnly>(
                name: "left_on",
                table: "contribution",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "other_place",
                table: "contribution",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "silent_checks",
                table: "contribution",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "silent_since",
                table: "contribution",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "assurance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    about = table.Column<Guid>(type: "TEXT", nullable: false),
                    group = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    school = table.Column<Guid>(type: "TEXT", nullable: true),
                    school_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    said = table.Column<Guid>(type: "TEXT", nullable: false),
                    undone_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assurance", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "check_ask",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    address = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    secret_hashes = table.Column<string>(type: "TEXT", nullable: false),
                    mails = table.Column<int>(type: "INTEGER", nullable: false),
                    last_mail = table.Column<Guid>(type: "TEXT", nullable: true),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    heard_at = table.Column<long>(type: "INTEGER", nullable: true),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    stopped_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_ask", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "check_campaign",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    zone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    started_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    started_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    started_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    verifiers_told = table.Column<bool>(type: "INTEGER", nullable: false),
                    phone_tasks_told = table.Column<bool>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    closed_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_campaign", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "check_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    about = table.Column<Guid>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    verifier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    verifier_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    school = table.Column<Guid>(type: "TEXT", nullable: false),
                    school_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    urgency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ask_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    asked_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    phone_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    answered_by_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    said = table.Column<Guid>(type: "TEXT", nullable: true),
                    seconds = table.Column<int>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_item", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "community_confirmation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    about = table.Column<Guid>(type: "TEXT", nullable: false),
                    community = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    source = table.Column<Guid>(type: "TEXT", nullable: false),
                    source_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_community_confirmation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "concern_roles",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    links = table.Column<string>(type: "TEXT", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_concern_roles", x => x.organisation_id);
                });

            migrationBuilder.CreateTable(
                name: "departure",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    about = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    left_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    successor_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    successor = table.Column<Guid>(type: "TEXT", nullable: true),
                    by_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    school_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    seen_by = table.Column<string>(type: "TEXT", nullable: false),
                    said = table.Column<Guid>(type: "TEXT", nullable: true),
                    undone_at = table.Column<long>(type: "INTEGER", nullable: true),
                    undone_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_departure", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "duty_answer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sign = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duty_answer", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "entry_seen",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    about = table.Column<Guid>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    school = table.Column<Guid>(type: "TEXT", nullable: true),
                    school_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entry_seen", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "import_change",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    import_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    listing_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    before = table.Column<string>(type: "TEXT", nullable: false),
                    after = table.Column<string>(type: "TEXT", nullable: false),
                    note_before = table.Column<string>(type: "TEXT", nullable: true),
                    note_after = table.Column<string>(type: "TEXT", nullable: true),
                    kind_before = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind_after = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    listed_before = table.Column<string>(type: "TEXT", nullable: true),
                    sharing_before = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "lent_copy",
                columns: table => new
                {
                    listing_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    receiver_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    lender_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    lender_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    through = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    name_key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    profession = table.Column<string>(type: "TEXT", nullable: false),
                    facts = table.Column<string>(type: "TEXT", nullable: false),
                    search_text = table.Column<string>(type: "TEXT", nullable: false),
                    lent_at = table.Column<long>(type: "INTEGER", nullable: false),
                    said_on = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lent_copy", x => new { x.listing_id, x.organisation_id });
                });

            migrationBuilder.CreateTable(
                name: "listing_change",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    listing_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    batch = table.Column<Guid>(type: "TEXT", nullable: false),
                    act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    states = table.Column<string>(type: "TEXT", nullable: false),
                    detail = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    undone_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_listing_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "listing_defaults",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kept_fields = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_listing_defaults", x => x.organisation_id);
                });

            migrationBuilder.CreateTable(
                name: "need_gap",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    concern = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    family = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    languages = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    area = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ages = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    only_unknown = table.Column<bool>(type: "INTEGER", nullable: false),
                    mark = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_need_gap", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "network_experience",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    about = table.Column<Guid>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_network_experience", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "network_pack",
                columns: table => new
                {
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_network_pack", x => x.network_id);
                });

            migrationBuilder.CreateTable(
                name: "outcome_told",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    about = table.Column<Guid>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outcome_told", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "saved_search",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    in_network = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    query = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_search", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "school_pack",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_school_pack", x => x.organisation_id);
                });

            migrationBuilder.CreateTable(
                name: "shortlist_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    in_network = table.Column<Guid>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shortlist_item", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "suggestion",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    about = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    field = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    old_text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    new_text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    why = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    by_school = table.Column<Guid>(type: "TEXT", nullable: true),
                    by_school_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    decided_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suggestion", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "tie",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    post = table.Column<Guid>(type: "TEXT", nullable: false),
                    holder_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    post_title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    about = table.Column<Guid>(type: "TEXT", nullable: false),
                    professional = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last_contact = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    strengths = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tie", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "tie_notice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    source = table.Column<Guid>(type: "TEXT", nullable: false),
                    source_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    post = table.Column<Guid>(type: "TEXT", nullable: false),
                    post_title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    about = table.Column<Guid>(type: "TEXT", nullable: false),
                    professional = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last_contact = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    strengths = table.Column<string>(type: "TEXT", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tie_notice", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "uploaded_file",
                columns: table => new
                {
                    upload = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    encoding = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_uploaded_file", x => x.upload);
                });

            migrationBuilder.CreateTable(
                name: "visit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    about = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    people = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    written_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "waiting_observation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    about = table.Column<Guid>(type: "TEXT", nullable: false),
                    source = table.Column<Guid>(type: "TEXT", nullable: false),
                    source_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    said_by = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    until = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    from_days = table.Column<int>(type: "INTEGER", nullable: false),
                    to_days = table.Column<int>(type: "INTEGER", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_waiting_observation", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_listing_organisation_id_sharing",
                table: "listing",
                columns: new[] { "organisation_id", "sharing" });

            migrationBuilder.CreateIndex(
                name: "ix_list_import_series",
                table: "list_import",
                column: "series");

            migrationBuilder.CreateIndex(
                name: "ix_join_decision_network_id_at",
                table: "join_decision",
                columns: new[] { "network_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_assurance_network_id_about",
                table: "assurance",
                columns: new[] { "network_id", "about" });

            migrationBuilder.CreateIndex(
                name: "ix_assurance_said",
                table: "assurance",
                column: "said");

            migrationBuilder.CreateIndex(
                name: "ix_check_ask_campaign_id_address",
                table: "check_ask",
                columns: new[] { "campaign_id", "address" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_check_ask_network_id_address",
                table: "check_ask",
                columns: new[] { "network_id", "address" });

            migrationBuilder.CreateIndex(
                name: "ix_check_campaign_network_id_state",
                table: "check_campaign",
                columns: new[] { "network_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_check_item_about",
                table: "check_item",
                column: "about");

            migrationBuilder.CreateIndex(
                name: "ix_check_item_ask_id",
                table: "check_item",
                column: "ask_id");

            migrationBuilder.CreateIndex(
                name: "ix_check_item_campaign_id_about",
                table: "check_item",
                columns: new[] { "campaign_id", "about" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_check_item_network_id_verifier_id_outcome",
                table: "check_item",
                columns: new[] { "network_id", "verifier_id", "outcome" });

            migrationBuilder.CreateIndex(
                name: "ix_community_confirmation_about_source_community",
                table: "community_confirmation",
                columns: new[] { "about", "source", "community" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_community_confirmation_entry_id",
                table: "community_confirmation",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_community_confirmation_network_id",
                table: "community_confirmation",
                column: "network_id");

            migrationBuilder.CreateIndex(
                name: "ix_departure_network_id_about",
                table: "departure",
                columns: new[] { "network_id", "about" });

            migrationBuilder.CreateIndex(
                name: "ix_duty_answer_person_id",
                table: "duty_answer",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_entry_seen_about_on",
                table: "entry_seen",
                columns: new[] { "about", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_import_change_import_id_listing_id",
                table: "import_change",
                columns: new[] { "import_id", "listing_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_import_change_listing_id",
                table: "import_change",
                column: "listing_id");

            migrationBuilder.CreateIndex(
                name: "ix_lent_copy_lender_id",
                table: "lent_copy",
                column: "lender_id");

            migrationBuilder.CreateIndex(
                name: "ix_lent_copy_organisation_id_name_key",
                table: "lent_copy",
                columns: new[] { "organisation_id", "name_key" });

            migrationBuilder.CreateIndex(
                name: "ix_listing_change_batch",
                table: "listing_change",
                column: "batch");

            migrationBuilder.CreateIndex(
                name: "ix_listing_change_listing_id_at",
                table: "listing_change",
                columns: new[] { "listing_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_listing_change_organisation_id_by_at",
                table: "listing_change",
                columns: new[] { "organisation_id", "by", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_need_gap_network_id_mark",
                table: "need_gap",
                columns: new[] { "network_id", "mark" });

            migrationBuilder.CreateIndex(
                name: "ix_need_gap_network_id_month",
                table: "need_gap",
                columns: new[] { "network_id", "month" });

            migrationBuilder.CreateIndex(
                name: "ix_network_experience_about",
                table: "network_experience",
                column: "about");

            migrationBuilder.CreateIndex(
                name: "ix_network_experience_entry_id",
                table: "network_experience",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_network_experience_network_id",
                table: "network_experience",
                column: "network_id");

            migrationBuilder.CreateIndex(
                name: "ix_outcome_told_about",
                table: "outcome_told",
                column: "about");

            migrationBuilder.CreateIndex(
                name: "ix_outcome_told_entry_id",
                table: "outcome_told",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_outcome_told_organisation_id",
                table: "outcome_told",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_saved_search_person_id_in_network",
                table: "saved_search",
                columns: new[] { "person_id", "in_network" });

            migrationBuilder.CreateIndex(
                name: "ix_shortlist_item_person_id_in_network_entry_id",
                table: "shortlist_item",
                columns: new[] { "person_id", "in_network", "entry_id" });

            migrationBuilder.CreateIndex(
                name: "ix_suggestion_about",
                table: "suggestion",
                column: "about");

            migrationBuilder.CreateIndex(
                name: "ix_suggestion_network_id_state_owner",
                table: "suggestion",
                columns: new[] { "network_id", "state", "owner" });

            migrationBuilder.CreateIndex(
                name: "ix_tie_about",
                table: "tie",
                column: "about");

            migrationBuilder.CreateIndex(
                name: "ix_tie_entry_id",
                table: "tie",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_tie_organisation_id",
                table: "tie",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_tie_notice_about",
                table: "tie_notice",
                column: "about");

            migrationBuilder.CreateIndex(
                name: "ix_tie_notice_entry_id",
                table: "tie_notice",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_tie_notice_network_id",
                table: "tie_notice",
                column: "network_id");

            migrationBuilder.CreateIndex(
                name: "ix_visit_about",
                table: "visit",
                column: "about");

            migrationBuilder.CreateIndex(
                name: "ix_visit_entry_id",
                table: "visit",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_visit_organisation_id",
                table: "visit",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_waiting_observation_about",
                table: "waiting_observation",
                column: "about");

            migrationBuilder.CreateIndex(
                name: "ix_waiting_observation_entry_id",
                table: "waiting_observation",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_waiting_observation_network_id",
                table: "waiting_observation",
                column: "network_id");

            // Every earlier list began a series of its own; what was said stands as changed on the day it was said.
            migrationBuilder.Sql("UPDATE list_import SET series = id");
            migrationBuilder.Sql("UPDATE contribution SET changed_on = said_on");

            // Entries are made anew from what schools lent, so that searches find them by everything they hold.
            migrationBuilder.Sql(
                "INSERT INTO job (id, kind, subject, organisation, network, ordered_by, state, attempts, due_at, done, total, created_at) "
                + "SELECT DISTINCT network_id, 'directory.join', network_id, '00000000-0000-0000-0000-000000000000', network_id, '00000000-0000-0000-0000-000000000000', 'Waiting', 0, 0, 0, 0, 0 FROM entry");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "assurance");

            migrationBuilder.DropTable(
                name: "check_ask");

            migrationBuilder.DropTable(
                name: "check_campaign");

            migrationBuilder.DropTable(
                name: "check_item");

            migrationBuilder.DropTable(
                name: "community_confirmation");

            migrationBuilder.DropTable(
                name: "concern_roles");

            migrationBuilder.DropTable(
                name: "departure");

            migrationBuilder.DropTable(
                name: "duty_answer");

            migrationBuilder.DropTable(
                name: "entry_seen");

            migrationBuilder.DropTable(
                name: "import_change");

            migrationBuilder.DropTable(
                name: "lent_copy");

            migrationBuilder.DropTable(
                name: "listing_change");

            migrationBuilder.DropTable(
                name: "listing_defaults");

            migrationBuilder.DropTable(
                name: "need_gap");

            migrationBuilder.DropTable(
                name: "network_experience");

            migrationBuilder.DropTable(
                name: "network_pack");

            migrationBuilder.DropTable(
                name: "outcome_told");

            migrationBuilder.DropTable(
                name: "saved_search");

            migrationBuilder.DropTable(
                name: "school_pack");

            migrationBuilder.DropTable(
                name: "shortlist_item");

            migrationBuilder.DropTable(
                name: "suggestion");

            migrationBuilder.DropTable(
                name: "tie");

            migrationBuilder.DropTable(
                name: "tie_notice");

            migrationBuilder.DropTable(
                name: "uploaded_file");

            migrationBuilder.DropTable(
                name: "visit");

            migrationBuilder.DropTable(
                name: "waiting_observation");

            migrationBuilder.DropIndex(
                name: "ix_listing_organisation_id_sharing",
                table: "listing");

            migrationBuilder.DropIndex(
                name: "ix_list_import_series",
                table: "list_import");

            migrationBuilder.DropIndex(
                name: "ix_join_decision_network_id_at",
                table: "join_decision");

            migrationBuilder.DropColumn(
                name: "address_is_secret",
                table: "listing");

            migrationBuilder.DropColumn(
                name: "kept_fields",
                table: "listing");

            migrationBuilder.DropColumn(
                name: "listed",
                table: "listing");

            migrationBuilder.DropColumn(
                name: "missing_since",
                table: "listing");

            migrationBuilder.DropColumn(
                name: "changed",
                table: "list_import");

            migrationBuilder.DropColumn(
                name: "gone",
                table: "list_import");

            migrationBuilder.DropColumn(
                name: "gone_lines",
                table: "list_import");

            migrationBuilder.DropColumn(
                name: "list_wins",
                table: "list_import");

            migrationBuilder.DropColumn(
                name: "series",
                table: "list_import");

            migrationBuilder.DropColumn(
                name: "unchanged",
                table: "list_import");

            migrationBuilder.DropColumn(
                name: "put_off_at",
                table: "join_proposal");

            migrationBuilder.DropColumn(
                name: "put_off_by",
                table: "join_proposal");

            migrationBuilder.DropColumn(
                name: "put_off_by_name",
                table: "join_proposal");

            migrationBuilder.DropColumn(
                name: "left_before",
                table: "join_decision");

            migrationBuilder.DropColumn(
                name: "reasons",
                table: "join_decision");

            migrationBuilder.DropColumn(
                name: "score",
                table: "join_decision");

            migrationBuilder.DropColumn(
                name: "effect",
                table: "import_row");

            migrationBuilder.DropColumn(
                name: "confirmed_on",
                table: "entry");

            migrationBuilder.DropColumn(
                name: "departed",
                table: "entry");

            migrationBuilder.DropColumn(
                name: "disputed",
                table: "entry");

            migrationBuilder.DropColumn(
                name: "dormant",
                table: "entry");

            migrationBuilder.DropColumn(
                name: "form",
                table: "entry");

            migrationBuilder.DropColumn(
                name: "latitude",
                table: "entry");

            migrationBuilder.DropColumn(
                name: "leaves_on",
                table: "entry");

            migrationBuilder.DropColumn(
                name: "left_on",
                table: "entry");

            migrationBuilder.DropColumn(
                name: "longitude",
                table: "entry");

            migrationBuilder.DropColumn(
                name: "runs_out_from",
                table: "entry");

            migrationBuilder.DropColumn(
                name: "stale_from",
                table: "entry");

            migrationBuilder.DropColumn(
                name: "added",
                table: "contribution");

            migrationBuilder.DropColumn(
                name: "assured",
                table: "contribution");

            migrationBuilder.DropColumn(
                name: "changed_by_name",
                table: "contribution");

            migrationBuilder.DropColumn(
                name: "changed_on",
                table: "contribution");

            migrationBuilder.DropColumn(
                name: "confirmed_communities",
                table: "contribution");

            migrationBuilder.DropColumn(
                name: "left_on",
                table: "contribution");

            migrationBuilder.DropColumn(
                name: "other_place",
                table: "contribution");

            migrationBuilder.DropColumn(
                name: "silent_checks",
                table: "contribution");

            migrationBuilder.DropColumn(
                name: "silent_since",
                table: "contribution");

            migrationBuilder.CreateIndex(
                name: "ix_import_row_organisation_id_outcome_decision",
                table: "import_row",
                columns: new[] { "organisation_id", "outcome", "decision" });
        }
    }
}
