using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Causeway.Persistence.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Partnerships : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "country_page",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    country_code = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    roles = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    ages = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    bodies = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    duty_to_report = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    retention = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    retention_years = table.Column<int>(type: "integer", nullable: true),
                    source = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    written_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    confirmed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    confirmed_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    confirmed_how = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_country_page", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "due_diligence_file",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    contact = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    definition = table.Column<string>(type: "text", nullable: false),
                    answers = table.Column<string>(type: "text", nullable: false),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    submitted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    conclusion = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    is_revoked = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_due_diligence_file", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "forum",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    convenor = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    terms = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    rhythm = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "informal_mechanism",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    led_by = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    reach = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    trust = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    trust_why = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    do_no_harm = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    formal_route = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    spoken_on = table.Column<DateOnly>(type: "date", nullable: false),
                    school = table.Column<Guid>(type: "uuid", nullable: false),
                    school_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_informal_mechanism", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "meeting_paper",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agenda_item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ending = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    link = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    owner = table.Column<Guid>(type: "uuid", nullable: false),
                    uploaded_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    bytes = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_paper", x => x.id);
                    table.ForeignKey(
                        name: "fk_meeting_paper_meeting_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "neutral_meeting",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    convener = table.Column<Guid>(type: "uuid", nullable: false),
                    convened_by = table.Column<Guid>(type: "uuid", nullable: false),
                    convener_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    convener_organisation = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    time = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    zone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    link = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    cancelled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_neutral_meeting", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "official_engagement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    office = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    roles = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    officials = table.Column<int>(type: "integer", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    about = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    outcome = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    school = table.Column<Guid>(type: "uuid", nullable: false),
                    school_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    written_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_official_engagement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "own_instrument",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    is_put_away = table.Column<bool>(type: "boolean", nullable: false),
                    edited_by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    edited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_own_instrument", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "participation_count",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    school = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    plans = table.Column<int>(type: "integer", nullable: false),
                    with_feedback = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_participation_count", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "participation_plan",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    role = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    support = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    format = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    cover = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    consent_on = table.Column<DateOnly>(type: "date", nullable: true),
                    assent_on = table.Column<DateOnly>(type: "date", nullable: true),
                    assent_how = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    begins_on = table.Column<DateOnly>(type: "date", nullable: true),
                    stopped_on = table.Column<DateOnly>(type: "date", nullable: true),
                    stopped_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    changed = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    feedback_on = table.Column<DateOnly>(type: "date", nullable: true),
                    feedback_how = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_participation_plan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "partnership",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    purpose = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    driver = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    formality = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    review_on = table.Column<DateOnly>(type: "date", nullable: true),
                    horizon_on = table.Column<DateOnly>(type: "date", nullable: true),
                    opened_by = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closing_why = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    closing_kept = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    closing_told = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    steps = table.Column<string>(type: "text", nullable: false),
                    renewal_to = table.Column<DateOnly>(type: "date", nullable: true),
                    renewal_by = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partnership", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "policy_instrument",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    statements = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_policy_instrument", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "wave",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    instrument_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    instrument_version = table.Column<int>(type: "integer", nullable: false),
                    instrument_title = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    content_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    subject_label = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    opened_by = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closes_on = table.Column<DateOnly>(type: "date", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    conclusion = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    conclusion_by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wave", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "diligence_condition",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    met_on = table.Column<DateOnly>(type: "date", nullable: true),
                    met_by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    is_replaced = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_diligence_condition", x => x.id);
                    table.ForeignKey(
                        name: "fk_diligence_condition_due_diligence_file_file_id",
                        column: x => x.file_id,
                        principalTable: "due_diligence_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "diligence_evidence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    section = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    link = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    stored_file = table.Column<Guid>(type: "uuid", nullable: true),
                    kept_by = table.Column<Guid>(type: "uuid", nullable: true),
                    kept_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: true),
                    added_by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_diligence_evidence", x => x.id);
                    table.ForeignKey(
                        name: "fk_diligence_evidence_due_diligence_file_file_id",
                        column: x => x.file_id,
                        principalTable: "due_diligence_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "diligence_step",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_diligence_step", x => x.id);
                    table.ForeignKey(
                        name: "fk_diligence_step_due_diligence_file_file_id",
                        column: x => x.file_id,
                        principalTable: "due_diligence_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "forum_day",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    forum_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    notes = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    written_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_day", x => x.id);
                    table.ForeignKey(
                        name: "fk_forum_day_forum_forum_id",
                        column: x => x.forum_id,
                        principalTable: "forum",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "forum_seat",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    forum_id = table.Column<Guid>(type: "uuid", nullable: false),
                    holder = table.Column<Guid>(type: "uuid", nullable: false),
                    holder_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    school = table.Column<Guid>(type: "uuid", nullable: false),
                    school_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_seat", x => x.id);
                    table.ForeignKey(
                        name: "fk_forum_seat_forum_forum_id",
                        column: x => x.forum_id,
                        principalTable: "forum",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "neutral_invitation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    language = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    zone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    secret_hashes = table.Column<string>(type: "text", nullable: false),
                    reply = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_neutral_invitation", x => x.id);
                    table.ForeignKey(
                        name: "fk_neutral_invitation_neutral_meeting_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "neutral_meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "agreement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    current = table.Column<int>(type: "integer", nullable: false),
                    signatures = table.Column<int>(type: "integer", nullable: false),
                    witnessed = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement", x => x.id);
                    table.ForeignKey(
                        name: "fk_agreement_partnership_partnership_id",
                        column: x => x.partnership_id,
                        principalTable: "partnership",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agreement_version",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    sections = table.Column<string>(type: "text", nullable: false),
                    annexes = table.Column<string>(type: "text", nullable: false),
                    text_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    school_year = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    plan_revision = table.Column<int>(type: "integer", nullable: false),
                    summary = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    made_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_version", x => x.id);
                    table.ForeignKey(
                        name: "fk_agreement_version_partnership_partnership_id",
                        column: x => x.partnership_id,
                        principalTable: "partnership",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partnership_catch_up",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    open_for = table.Column<Guid>(type: "uuid", nullable: true),
                    about = table.Column<string>(type: "text", nullable: false),
                    called_on = table.Column<DateOnly>(type: "date", nullable: false),
                    called_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: true),
                    objectives = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    feedback = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    gains = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    agreed = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    closed_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partnership_catch_up", x => x.id);
                    table.ForeignKey(
                        name: "fk_partnership_catch_up_partnership_partnership_id",
                        column: x => x.partnership_id,
                        principalTable: "partnership",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partnership_change",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    before = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    after = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    evidence = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partnership_change", x => x.id);
                    table.ForeignKey(
                        name: "fk_partnership_change_partnership_partnership_id",
                        column: x => x.partnership_id,
                        principalTable: "partnership",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partnership_contact",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    sides = table.Column<string>(type: "text", nullable: false),
                    about = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    promise = table.Column<int>(type: "integer", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    done_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partnership_contact", x => x.id);
                    table.ForeignKey(
                        name: "fk_partnership_contact_partnership_partnership_id",
                        column: x => x.partnership_id,
                        principalTable: "partnership",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partnership_contribution",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    side = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    corrects = table.Column<Guid>(type: "uuid", nullable: true),
                    by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partnership_contribution", x => x.id);
                    table.ForeignKey(
                        name: "fk_partnership_contribution_partnership_partnership_id",
                        column: x => x.partnership_id,
                        principalTable: "partnership",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partnership_party",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    country = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    zone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    language = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    contact_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    contact_mail = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    examined_body = table.Column<Guid>(type: "uuid", nullable: true),
                    sponsor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    sponsor_capacity = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    sponsor_since = table.Column<DateOnly>(type: "date", nullable: true),
                    secret_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    link_sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partnership_party", x => x.id);
                    table.ForeignKey(
                        name: "fk_partnership_party_partnership_partnership_id",
                        column: x => x.partnership_id,
                        principalTable: "partnership",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partnership_plan",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    school_year = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    confirmations = table.Column<int>(type: "integer", nullable: false),
                    witnessed = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partnership_plan", x => x.id);
                    table.ForeignKey(
                        name: "fk_partnership_plan_partnership_partnership_id",
                        column: x => x.partnership_id,
                        principalTable: "partnership",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "duty",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    instrument_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    statements = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duty", x => x.id);
                    table.ForeignKey(
                        name: "fk_duty_policy_instrument_instrument_id",
                        column: x => x.instrument_id,
                        principalTable: "policy_instrument",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "instrument_statement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    instrument_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    body = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    topic = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    in_force_from = table.Column<DateOnly>(type: "date", nullable: true),
                    in_force_to = table.Column<DateOnly>(type: "date", nullable: true),
                    link = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    checked_by = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    next_check = table.Column<DateOnly>(type: "date", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    written_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_instrument_statement", x => x.id);
                    table.ForeignKey(
                        name: "fk_instrument_statement_policy_instrument_instrument_id",
                        column: x => x.instrument_id,
                        principalTable: "policy_instrument",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "wave_partner",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    wave_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    is_sheet = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wave_partner", x => x.id);
                    table.ForeignKey(
                        name: "fk_wave_partner_wave_wave_id",
                        column: x => x.wave_id,
                        principalTable: "wave",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "agreement_signer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    capacity = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    is_head = table.Column<bool>(type: "boolean", nullable: false),
                    mail = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    signed_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    by_link = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_signer", x => x.id);
                    table.ForeignKey(
                        name: "fk_agreement_signer_agreement_version_version_id",
                        column: x => x.version_id,
                        principalTable: "agreement_version",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "intent_sheet",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    answers = table.Column<string>(type: "text", nullable: false),
                    handed_in_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_intent_sheet", x => x.id);
                    table.ForeignKey(
                        name: "fk_intent_sheet_partnership_party_party_id",
                        column: x => x.party_id,
                        principalTable: "partnership_party",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partnership_felt_balance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    term = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    felt = table.Column<int>(type: "integer", nullable: false),
                    sentence = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partnership_felt_balance", x => x.id);
                    table.ForeignKey(
                        name: "fk_partnership_felt_balance_partnership_party_party_id",
                        column: x => x.party_id,
                        principalTable: "partnership_party",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partnership_learned",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    term = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partnership_learned", x => x.id);
                    table.ForeignKey(
                        name: "fk_partnership_learned_partnership_party_party_id",
                        column: x => x.party_id,
                        principalTable: "partnership_party",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partnership_owner",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partnership_owner", x => x.id);
                    table.ForeignKey(
                        name: "fk_partnership_owner_partnership_party_party_id",
                        column: x => x.party_id,
                        principalTable: "partnership_party",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partnership_sponsor_word",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    occasion = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    capacity = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    evidence = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partnership_sponsor_word", x => x.id);
                    table.ForeignKey(
                        name: "fk_partnership_sponsor_word_partnership_party_party_id",
                        column: x => x.party_id,
                        principalTable: "partnership_party",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_confirmation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_confirmation", x => x.id);
                    table.ForeignKey(
                        name: "fk_plan_confirmation_partnership_plan_plan_id",
                        column: x => x.plan_id,
                        principalTable: "partnership_plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_part",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    rows = table.Column<string>(type: "text", nullable: false),
                    last_row = table.Column<int>(type: "integer", nullable: false),
                    changed_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_part", x => x.id);
                    table.ForeignKey(
                        name: "fk_plan_part_partnership_plan_plan_id",
                        column: x => x.plan_id,
                        principalTable: "partnership_plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "duty_statement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    duty_id = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    who = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    age_from = table.Column<int>(type: "integer", nullable: true),
                    age_to = table.Column<int>(type: "integer", nullable: true),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    written_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duty_statement", x => x.id);
                    table.ForeignKey(
                        name: "fk_duty_statement_duty_duty_id",
                        column: x => x.duty_id,
                        principalTable: "duty",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "practice_note",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    duty_id = table.Column<Guid>(type: "uuid", nullable: false),
                    locality = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on_paper = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    in_practice = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    witness = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    confidence = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    seen_on = table.Column<DateOnly>(type: "date", nullable: false),
                    consequence = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    meanwhile = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    press = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    recheck_on = table.Column<DateOnly>(type: "date", nullable: false),
                    cover = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    covered_by = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    cover_lawful = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    cover_lasting = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    school = table.Column<Guid>(type: "uuid", nullable: false),
                    written_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    taken_back_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_practice_note", x => x.id);
                    table.ForeignKey(
                        name: "fk_practice_note_duty_duty_id",
                        column: x => x.duty_id,
                        principalTable: "duty",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agreed_level",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    wave_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreed_level", x => x.id);
                    table.ForeignKey(
                        name: "fk_agreed_level_wave_partner_partner_id",
                        column: x => x.partner_id,
                        principalTable: "wave_partner",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "response_set",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    wave_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    answers = table.Column<string>(type: "text", nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_response_set", x => x.id);
                    table.ForeignKey(
                        name: "fk_response_set_wave_partner_partner_id",
                        column: x => x.partner_id,
                        principalTable: "wave_partner",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "partnership_hand_over",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    leaver_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    runs_for = table.Column<Guid>(type: "uuid", nullable: true),
                    started_on = table.Column<DateOnly>(type: "date", nullable: false),
                    leaves_on = table.Column<DateOnly>(type: "date", nullable: false),
                    successor = table.Column<Guid>(type: "uuid", nullable: false),
                    successor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    successor_title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    accepted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    items = table.Column<string>(type: "text", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    has_gone = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partnership_hand_over", x => x.id);
                    table.ForeignKey(
                        name: "fk_partnership_hand_over_partnership_owner_owner_id",
                        column: x => x.owner_id,
                        principalTable: "partnership_owner",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "respondent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    wave_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    response_set_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    language = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_respondent", x => x.id);
                    table.ForeignKey(
                        name: "fk_respondent_response_set_response_set_id",
                        column: x => x.response_set_id,
                        principalTable: "response_set",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_agreed_level_partner_id_item_key",
                table: "agreed_level",
                columns: new[] { "partner_id", "item_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agreement_partnership_id",
                table: "agreement",
                column: "partnership_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agreement_signer_network_id_person_id",
                table: "agreement_signer",
                columns: new[] { "network_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_agreement_signer_version_id_order",
                table: "agreement_signer",
                columns: new[] { "version_id", "order" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agreement_version_partnership_id_number",
                table: "agreement_version",
                columns: new[] { "partnership_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_country_page_network_id_country_code_number",
                table: "country_page",
                columns: new[] { "network_id", "country_code", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_diligence_condition_file_id",
                table: "diligence_condition",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_diligence_evidence_file_id_section",
                table: "diligence_evidence",
                columns: new[] { "file_id", "section" });

            migrationBuilder.CreateIndex(
                name: "ix_diligence_step_file_id_at",
                table: "diligence_step",
                columns: new[] { "file_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_due_diligence_file_network_id_name",
                table: "due_diligence_file",
                columns: new[] { "network_id", "name" });

            migrationBuilder.CreateIndex(
                name: "ix_duty_instrument_id",
                table: "duty",
                column: "instrument_id");

            migrationBuilder.CreateIndex(
                name: "ix_duty_network_id_code",
                table: "duty",
                columns: new[] { "network_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_duty_statement_duty_id",
                table: "duty_statement",
                column: "duty_id");

            migrationBuilder.CreateIndex(
                name: "ix_duty_statement_network_id_duty_id",
                table: "duty_statement",
                columns: new[] { "network_id", "duty_id" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_network_id",
                table: "forum",
                column: "network_id");

            migrationBuilder.CreateIndex(
                name: "ix_forum_day_forum_id_on",
                table: "forum_day",
                columns: new[] { "forum_id", "on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_forum_day_network_id",
                table: "forum_day",
                column: "network_id");

            migrationBuilder.CreateIndex(
                name: "ix_forum_seat_forum_id",
                table: "forum_seat",
                column: "forum_id");

            migrationBuilder.CreateIndex(
                name: "ix_forum_seat_network_id_forum_id",
                table: "forum_seat",
                columns: new[] { "network_id", "forum_id" });

            migrationBuilder.CreateIndex(
                name: "ix_forum_seat_network_id_school",
                table: "forum_seat",
                columns: new[] { "network_id", "school" });

            migrationBuilder.CreateIndex(
                name: "ix_informal_mechanism_network_id",
                table: "informal_mechanism",
                column: "network_id");

            migrationBuilder.CreateIndex(
                name: "ix_instrument_statement_instrument_id",
                table: "instrument_statement",
                column: "instrument_id");

            migrationBuilder.CreateIndex(
                name: "ix_instrument_statement_network_id_instrument_id",
                table: "instrument_statement",
                columns: new[] { "network_id", "instrument_id" });

            migrationBuilder.CreateIndex(
                name: "ix_intent_sheet_partnership_id",
                table: "intent_sheet",
                column: "partnership_id");

            migrationBuilder.CreateIndex(
                name: "ix_intent_sheet_party_id",
                table: "intent_sheet",
                column: "party_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_meeting_paper_agenda_item_id",
                table: "meeting_paper",
                column: "agenda_item_id");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_paper_meeting_id",
                table: "meeting_paper",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_neutral_invitation_meeting_id_address",
                table: "neutral_invitation",
                columns: new[] { "meeting_id", "address" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_neutral_invitation_network_id_person_id",
                table: "neutral_invitation",
                columns: new[] { "network_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_neutral_meeting_network_id_convened_by",
                table: "neutral_meeting",
                columns: new[] { "network_id", "convened_by" });

            migrationBuilder.CreateIndex(
                name: "ix_official_engagement_network_id_on",
                table: "official_engagement",
                columns: new[] { "network_id", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_own_instrument_network_id_key",
                table: "own_instrument",
                columns: new[] { "network_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_participation_count_network_id_school_year",
                table: "participation_count",
                columns: new[] { "network_id", "school", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_participation_plan_organisation_id",
                table: "participation_plan",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_partnership_network_id_stage",
                table: "partnership",
                columns: new[] { "network_id", "stage" });

            migrationBuilder.CreateIndex(
                name: "ix_partnership_catch_up_open_for",
                table: "partnership_catch_up",
                column: "open_for",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_partnership_catch_up_partnership_id",
                table: "partnership_catch_up",
                column: "partnership_id");

            migrationBuilder.CreateIndex(
                name: "ix_partnership_change_partnership_id_at",
                table: "partnership_change",
                columns: new[] { "partnership_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_partnership_contact_partnership_id_day",
                table: "partnership_contact",
                columns: new[] { "partnership_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_partnership_contribution_corrects",
                table: "partnership_contribution",
                column: "corrects",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_partnership_contribution_partnership_id_day",
                table: "partnership_contribution",
                columns: new[] { "partnership_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_partnership_felt_balance_partnership_id",
                table: "partnership_felt_balance",
                column: "partnership_id");

            migrationBuilder.CreateIndex(
                name: "ix_partnership_felt_balance_party_id_term",
                table: "partnership_felt_balance",
                columns: new[] { "party_id", "term" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_partnership_hand_over_network_id_successor",
                table: "partnership_hand_over",
                columns: new[] { "network_id", "successor" });

            migrationBuilder.CreateIndex(
                name: "ix_partnership_hand_over_owner_id",
                table: "partnership_hand_over",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_partnership_hand_over_partnership_id",
                table: "partnership_hand_over",
                column: "partnership_id");

            migrationBuilder.CreateIndex(
                name: "ix_partnership_hand_over_runs_for",
                table: "partnership_hand_over",
                column: "runs_for",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_partnership_learned_partnership_id",
                table: "partnership_learned",
                column: "partnership_id");

            migrationBuilder.CreateIndex(
                name: "ix_partnership_learned_party_id_term",
                table: "partnership_learned",
                columns: new[] { "party_id", "term" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_partnership_owner_network_id_person_id",
                table: "partnership_owner",
                columns: new[] { "network_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_partnership_owner_partnership_id",
                table: "partnership_owner",
                column: "partnership_id");

            migrationBuilder.CreateIndex(
                name: "ix_partnership_owner_party_id",
                table: "partnership_owner",
                column: "party_id");

            migrationBuilder.CreateIndex(
                name: "ix_partnership_party_network_id_member",
                table: "partnership_party",
                columns: new[] { "network_id", "member" });

            migrationBuilder.CreateIndex(
                name: "ix_partnership_party_partnership_id_number",
                table: "partnership_party",
                columns: new[] { "partnership_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_partnership_plan_partnership_id_school_year",
                table: "partnership_plan",
                columns: new[] { "partnership_id", "school_year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_partnership_sponsor_word_partnership_id",
                table: "partnership_sponsor_word",
                column: "partnership_id");

            migrationBuilder.CreateIndex(
                name: "ix_partnership_sponsor_word_party_id",
                table: "partnership_sponsor_word",
                column: "party_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_confirmation_plan_id_party_id_revision",
                table: "plan_confirmation",
                columns: new[] { "plan_id", "party_id", "revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_part_plan_id_kind",
                table: "plan_part",
                columns: new[] { "plan_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_policy_instrument_network_id",
                table: "policy_instrument",
                column: "network_id");

            migrationBuilder.CreateIndex(
                name: "ix_practice_note_duty_id",
                table: "practice_note",
                column: "duty_id");

            migrationBuilder.CreateIndex(
                name: "ix_practice_note_network_id_duty_id",
                table: "practice_note",
                columns: new[] { "network_id", "duty_id" });

            migrationBuilder.CreateIndex(
                name: "ix_respondent_network_id_person_id",
                table: "respondent",
                columns: new[] { "network_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_respondent_response_set_id",
                table: "respondent",
                column: "response_set_id");

            migrationBuilder.CreateIndex(
                name: "ix_respondent_wave_id_address",
                table: "respondent",
                columns: new[] { "wave_id", "address" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_response_set_partner_id",
                table: "response_set",
                column: "partner_id");

            migrationBuilder.CreateIndex(
                name: "ix_response_set_wave_id",
                table: "response_set",
                column: "wave_id");

            migrationBuilder.CreateIndex(
                name: "ix_wave_network_id_instrument_key_opened_at",
                table: "wave",
                columns: new[] { "network_id", "instrument_key", "opened_at" });

            migrationBuilder.CreateIndex(
                name: "ix_wave_partner_wave_id",
                table: "wave_partner",
                column: "wave_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agreed_level");

            migrationBuilder.DropTable(
                name: "agreement");

            migrationBuilder.DropTable(
                name: "agreement_signer");

            migrationBuilder.DropTable(
                name: "country_page");

            migrationBuilder.DropTable(
                name: "diligence_condition");

            migrationBuilder.DropTable(
                name: "diligence_evidence");

            migrationBuilder.DropTable(
                name: "diligence_step");

            migrationBuilder.DropTable(
                name: "duty_statement");

            migrationBuilder.DropTable(
                name: "forum_day");

            migrationBuilder.DropTable(
                name: "forum_seat");

            migrationBuilder.DropTable(
                name: "informal_mechanism");

            migrationBuilder.DropTable(
                name: "instrument_statement");

            migrationBuilder.DropTable(
                name: "intent_sheet");

            migrationBuilder.DropTable(
                name: "meeting_paper");

            migrationBuilder.DropTable(
                name: "neutral_invitation");

            migrationBuilder.DropTable(
                name: "official_engagement");

            migrationBuilder.DropTable(
                name: "own_instrument");

            migrationBuilder.DropTable(
                name: "participation_count");

            migrationBuilder.DropTable(
                name: "participation_plan");

            migrationBuilder.DropTable(
                name: "partnership_catch_up");

            migrationBuilder.DropTable(
                name: "partnership_change");

            migrationBuilder.DropTable(
                name: "partnership_contact");

            migrationBuilder.DropTable(
                name: "partnership_contribution");

            migrationBuilder.DropTable(
                name: "partnership_felt_balance");

            migrationBuilder.DropTable(
                name: "partnership_hand_over");

            migrationBuilder.DropTable(
                name: "partnership_learned");

            migrationBuilder.DropTable(
                name: "partnership_sponsor_word");

            migrationBuilder.DropTable(
                name: "plan_confirmation");

            migrationBuilder.DropTable(
                name: "plan_part");

            migrationBuilder.DropTable(
                name: "practice_note");

            migrationBuilder.DropTable(
                name: "respondent");

            migrationBuilder.DropTable(
                name: "agreement_version");

            migrationBuilder.DropTable(
                name: "due_diligence_file");

            migrationBuilder.DropTable(
                name: "forum");

            migrationBuilder.DropTable(
                name: "neutral_meeting");

            migrationBuilder.DropTable(
                name: "partnership_owner");

            migrationBuilder.DropTable(
                name: "partnership_plan");

            migrationBuilder.DropTable(
                name: "duty");

            migrationBuilder.DropTable(
                name: "response_set");

            migrationBuilder.DropTable(
                name: "partnership_party");

            migrationBuilder.DropTable(
                name: "policy_instrument");

            migrationBuilder.DropTable(
                name: "wave_partner");

            migrationBuilder.DropTable(
                name: "partnership");

            migrationBuilder.DropTable(
                name: "wave");
        }
    }
}
