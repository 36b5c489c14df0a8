using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Causeway.Persistence.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Meetings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "authority_liaison",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    school = table.Column<Guid>(type: "uuid", nullable: false),
                    holder = table.Column<Guid>(type: "uuid", nullable: true),
                    phone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    address = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    hours = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    will_do = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    will_not_do = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    in_emergency = table.Column<bool>(type: "boolean", nullable: false),
                    confirmed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    confirmed_by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    search_key = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_authority_liaison", x => x.id);
                    table.ForeignKey(
                        name: "fk_authority_liaison_network_network_id",
                        column: x => x.network_id,
                        principalTable: "network",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_authority_liaison_organisation_school",
                        column: x => x.school,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "calendar_feed_link",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    holder = table.Column<Guid>(type: "uuid", nullable: false),
                    post = table.Column<Guid>(type: "uuid", nullable: false),
                    school = table.Column<Guid>(type: "uuid", nullable: true),
                    reach = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_feed_link", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "charter_draft",
                columns: table => new
                {
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    terms = table.Column<string>(type: "text", nullable: false),
                    review_on = table.Column<DateOnly>(type: "date", nullable: true),
                    change_summary = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    edited_by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    edited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_charter_draft", x => x.network_id);
                    table.ForeignKey(
                        name: "fk_charter_draft_network_network_id",
                        column: x => x.network_id,
                        principalTable: "network",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "charter_reminder",
                columns: table => new
                {
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    school = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_charter_reminder", x => new { x.network_id, x.school, x.reason, x.due });
                    table.ForeignKey(
                        name: "fk_charter_reminder_network_network_id",
                        column: x => x.network_id,
                        principalTable: "network",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "charter_version",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    signed_from = table.Column<int>(type: "integer", nullable: false),
                    terms = table.Column<string>(type: "text", nullable: false),
                    text_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    change_summary = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    review_on = table.Column<DateOnly>(type: "date", nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    published_by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_charter_version", x => x.id);
                    table.ForeignKey(
                        name: "fk_charter_version_network_network_id",
                        column: x => x.network_id,
                        principalTable: "network",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meeting_series",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    audience = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    zone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    time = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    rhythm = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    interval = table.Column<int>(type: "integer", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    count = table.Column<int>(type: "integer", nullable: true),
                    place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    link = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    template = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    least_per_school = table.Column<int>(type: "integer", nullable: false),
                    laid_out_to = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    planned_by = table.Column<Guid>(type: "uuid", nullable: false),
                    planned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_series", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "offer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    school = table.Column<Guid>(type: "uuid", nullable: false),
                    school_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    topic = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    audience = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    amount = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_offer", x => x.id);
                    table.ForeignKey(
                        name: "fk_offer_network_network_id",
                        column: x => x.network_id,
                        principalTable: "network",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "question",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    school = table.Column<Guid>(type: "uuid", nullable: false),
                    school_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    topic = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    text = table.Column<string>(type: "character varying(3000)", maxLength: 3000, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closes_on = table.Column<DateOnly>(type: "date", nullable: false),
                    search_key = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_question", x => x.id);
                    table.ForeignKey(
                        name: "fk_question_network_network_id",
                        column: x => x.network_id,
                        principalTable: "network",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "readiness_band",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    area = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    word = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_readiness_band", x => new { x.organisation_id, x.network_id, x.area });
                    table.ForeignKey(
                        name: "fk_readiness_band_network_network_id",
                        column: x => x.network_id,
                        principalTable: "network",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "readiness_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    area = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    owner = table.Column<Guid>(type: "uuid", nullable: true),
                    owner_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    review_on = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    looked_at_on = table.Column<DateOnly>(type: "date", nullable: true),
                    looked_at_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_readiness_item", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "readiness_sharing",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    followed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_readiness_sharing", x => x.organisation_id);
                });

            migrationBuilder.CreateTable(
                name: "readiness_shown",
                columns: table => new
                {
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    area = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    review_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_readiness_shown", x => new { x.item_id, x.network_id });
                    table.ForeignKey(
                        name: "fk_readiness_shown_network_network_id",
                        column: x => x.network_id,
                        principalTable: "network",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "liaison_change",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    liaison_id = table.Column<Guid>(type: "uuid", nullable: false),
                    act = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    about = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_liaison_change", x => x.id);
                    table.ForeignKey(
                        name: "fk_liaison_change_authority_liaison_liaison_id",
                        column: x => x.liaison_id,
                        principalTable: "authority_liaison",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "liaison_contact",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    liaison_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    about = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    officer_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    school = table.Column<Guid>(type: "uuid", nullable: false),
                    school_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_liaison_contact", x => x.id);
                    table.ForeignKey(
                        name: "fk_liaison_contact_authority_liaison_liaison_id",
                        column: x => x.liaison_id,
                        principalTable: "authority_liaison",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "liaison_officer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    liaison_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    position = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    phone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    mail = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    languages = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_liaison_officer", x => x.id);
                    table.ForeignKey(
                        name: "fk_liaison_officer_authority_liaison_liaison_id",
                        column: x => x.liaison_id,
                        principalTable: "authority_liaison",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "charter_signature",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    text_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    organisation_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    signed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    signed_by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    capacity = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    lapses_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_charter_signature", x => x.id);
                    table.ForeignKey(
                        name: "fk_charter_signature_charter_version_version_id",
                        column: x => x.version_id,
                        principalTable: "charter_version",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agenda_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    series_id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    presenter = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    done = table.Column<bool>(type: "boolean", nullable: false),
                    from_id = table.Column<Guid>(type: "uuid", nullable: true),
                    came_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    to_id = table.Column<Guid>(type: "uuid", nullable: true),
                    went_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    added_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agenda_item", x => x.id);
                    table.ForeignKey(
                        name: "fk_agenda_item_meeting_series_series_id",
                        column: x => x.series_id,
                        principalTable: "meeting_series",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meeting",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    series_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slot = table.Column<DateOnly>(type: "date", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    time = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    zone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    link = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    moved_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    moved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting", x => x.id);
                    table.ForeignKey(
                        name: "fk_meeting_meeting_series_series_id",
                        column: x => x.series_id,
                        principalTable: "meeting_series",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meeting_invitation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    series_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    school = table.Column<Guid>(type: "uuid", nullable: true),
                    organisation = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    part = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    language = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    zone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    secret_hashes = table.Column<string>(type: "text", nullable: false),
                    standing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    invited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    stopped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_invitation", x => x.id);
                    table.ForeignKey(
                        name: "fk_meeting_invitation_meeting_series_series_id",
                        column: x => x.series_id,
                        principalTable: "meeting_series",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "delivery",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    offer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    giver = table.Column<Guid>(type: "uuid", nullable: true),
                    giver_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    receiver = table.Column<Guid>(type: "uuid", nullable: true),
                    receiver_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    matched_on = table.Column<DateOnly>(type: "date", nullable: false),
                    given_on = table.Column<DateOnly>(type: "date", nullable: true),
                    hours = table.Column<decimal>(type: "numeric(8,2)", precision: 8, scale: 2, nullable: false),
                    effect = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    told_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    told_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery", x => x.id);
                    table.ForeignKey(
                        name: "fk_delivery_offer_offer_id",
                        column: x => x.offer_id,
                        principalTable: "offer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "question_answer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    question_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    school = table.Column<Guid>(type: "uuid", nullable: false),
                    school_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "character varying(3000)", maxLength: 3000, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    useful = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_question_answer", x => x.id);
                    table.ForeignKey(
                        name: "fk_question_answer_question_question_id",
                        column: x => x.question_id,
                        principalTable: "question",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "attendance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    invitation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    school = table.Column<Guid>(type: "uuid", nullable: true),
                    organisation = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    presence = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    signature = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attendance", x => x.id);
                    table.ForeignKey(
                        name: "fk_attendance_meeting_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meeting_action",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    series_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agenda_item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    what = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    holder = table.Column<Guid>(type: "uuid", nullable: false),
                    holder_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    first_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    result = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    late_reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_action", x => x.id);
                    table.ForeignKey(
                        name: "fk_meeting_action_meeting_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meeting_correction",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    about = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    before = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    after = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_correction", x => x.id);
                    table.ForeignKey(
                        name: "fk_meeting_correction_meeting_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meeting_minutes",
                columns: table => new
                {
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    written_by = table.Column<Guid>(type: "uuid", nullable: false),
                    writer_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    circulated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    approver_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    network_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_minutes", x => x.meeting_id);
                    table.ForeignKey(
                        name: "fk_meeting_minutes_meeting_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meeting_nudge",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    school = table.Column<Guid>(type: "uuid", nullable: false),
                    days_before = table.Column<int>(type: "integer", nullable: false),
                    mails = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_nudge", x => x.id);
                    table.ForeignKey(
                        name: "fk_meeting_nudge_meeting_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meeting_outcome",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agenda_item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: true),
                    rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    @for = table.Column<int>(name: "for", type: "integer", nullable: true),
                    against = table.Column<int>(type: "integer", nullable: true),
                    abstained = table.Column<int>(type: "integer", nullable: true),
                    review_on = table.Column<DateOnly>(type: "date", nullable: true),
                    by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_outcome", x => x.id);
                    table.ForeignKey(
                        name: "fk_meeting_outcome_meeting_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "representation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    school = table.Column<Guid>(type: "uuid", nullable: false),
                    school_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    result = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_representation", x => x.id);
                    table.ForeignKey(
                        name: "fk_representation_meeting_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "supervision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    school = table.Column<Guid>(type: "uuid", nullable: false),
                    adult = table.Column<Guid>(type: "uuid", nullable: false),
                    adult_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supervision", x => x.id);
                    table.ForeignKey(
                        name: "fk_supervision_meeting_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meeting_response",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    invitation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reply = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    alternate = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_response", x => x.id);
                    table.ForeignKey(
                        name: "fk_meeting_response_meeting_invitation_invitation_id",
                        column: x => x.invitation_id,
                        principalTable: "meeting_invitation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_meeting_response_meeting_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_agenda_item_meeting_id",
                table: "agenda_item",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_agenda_item_series_id",
                table: "agenda_item",
                column: "series_id");

            migrationBuilder.CreateIndex(
                name: "ix_attendance_meeting_id_invitation_id",
                table: "attendance",
                columns: new[] { "meeting_id", "invitation_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_authority_liaison_network_id_kind",
                table: "authority_liaison",
                columns: new[] { "network_id", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_authority_liaison_school",
                table: "authority_liaison",
                column: "school");

            migrationBuilder.CreateIndex(
                name: "ix_calendar_feed_link_network_id_holder",
                table: "calendar_feed_link",
                columns: new[] { "network_id", "holder" });

            migrationBuilder.CreateIndex(
                name: "ix_charter_signature_network_id_organisation_id_number_signed_~",
                table: "charter_signature",
                columns: new[] { "network_id", "organisation_id", "number", "signed_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_charter_signature_version_id",
                table: "charter_signature",
                column: "version_id");

            migrationBuilder.CreateIndex(
                name: "ix_charter_version_network_id_number",
                table: "charter_version",
                columns: new[] { "network_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_delivery_network_id",
                table: "delivery",
                column: "network_id");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_offer_id",
                table: "delivery",
                column: "offer_id");

            migrationBuilder.CreateIndex(
                name: "ix_liaison_change_liaison_id",
                table: "liaison_change",
                column: "liaison_id");

            migrationBuilder.CreateIndex(
                name: "ix_liaison_contact_liaison_id",
                table: "liaison_contact",
                column: "liaison_id");

            migrationBuilder.CreateIndex(
                name: "ix_liaison_contact_network_id_on",
                table: "liaison_contact",
                columns: new[] { "network_id", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_liaison_officer_liaison_id",
                table: "liaison_officer",
                column: "liaison_id");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_network_id_starts_at",
                table: "meeting",
                columns: new[] { "network_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_meeting_series_id_slot",
                table: "meeting",
                columns: new[] { "series_id", "slot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_meeting_action_holder",
                table: "meeting_action",
                column: "holder");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_action_meeting_id",
                table: "meeting_action",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_action_network_id_state_due_on",
                table: "meeting_action",
                columns: new[] { "network_id", "state", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_meeting_correction_meeting_id",
                table: "meeting_correction",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_invitation_network_id_person_id",
                table: "meeting_invitation",
                columns: new[] { "network_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_meeting_invitation_series_id_address",
                table: "meeting_invitation",
                columns: new[] { "series_id", "address" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_meeting_nudge_meeting_id_school_days_before",
                table: "meeting_nudge",
                columns: new[] { "meeting_id", "school", "days_before" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_meeting_outcome_meeting_id",
                table: "meeting_outcome",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_outcome_network_id_number",
                table: "meeting_outcome",
                columns: new[] { "network_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_meeting_response_invitation_id",
                table: "meeting_response",
                column: "invitation_id");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_response_meeting_id_invitation_id",
                table: "meeting_response",
                columns: new[] { "meeting_id", "invitation_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_meeting_series_network_id",
                table: "meeting_series",
                column: "network_id");

            migrationBuilder.CreateIndex(
                name: "ix_offer_network_id_until",
                table: "offer",
                columns: new[] { "network_id", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_question_network_id_closes_on",
                table: "question",
                columns: new[] { "network_id", "closes_on" });

            migrationBuilder.CreateIndex(
                name: "ix_question_answer_network_id",
                table: "question_answer",
                column: "network_id");

            migrationBuilder.CreateIndex(
                name: "ix_question_answer_question_id",
                table: "question_answer",
                column: "question_id");

            migrationBuilder.CreateIndex(
                name: "ix_readiness_band_network_id",
                table: "readiness_band",
                column: "network_id");

            migrationBuilder.CreateIndex(
                name: "ix_readiness_item_organisation_id_area",
                table: "readiness_item",
                columns: new[] { "organisation_id", "area" });

            migrationBuilder.CreateIndex(
                name: "ix_readiness_shown_network_id_organisation_id",
                table: "readiness_shown",
                columns: new[] { "network_id", "organisation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_representation_meeting_id_school",
                table: "representation",
                columns: new[] { "meeting_id", "school" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_supervision_meeting_id_school",
                table: "supervision",
                columns: new[] { "meeting_id", "school" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agenda_item");

            migrationBuilder.DropTable(
                name: "attendance");

            migrationBuilder.DropTable(
                name: "calendar_feed_link");

            migrationBuilder.DropTable(
                name: "charter_draft");

            migrationBuilder.DropTable(
                name: "charter_reminder");

            migrationBuilder.DropTable(
                name: "charter_signature");

            migrationBuilder.DropTable(
                name: "delivery");

            migrationBuilder.DropTable(
                name: "liaison_change");

            migrationBuilder.DropTable(
                name: "liaison_contact");

            migrationBuilder.DropTable(
                name: "liaison_officer");

            migrationBuilder.DropTable(
                name: "meeting_action");

            migrationBuilder.DropTable(
                name: "meeting_correction");

            migrationBuilder.DropTable(
                name: "meeting_minutes");

            migrationBuilder.DropTable(
                name: "meeting_nudge");

            migrationBuilder.DropTable(
                name: "meeting_outcome");

            migrationBuilder.DropTable(
                name: "meeting_response");

            migrationBuilder.DropTable(
                name: "question_answer");

            migrationBuilder.DropTable(
                name: "readiness_band");

            migrationBuilder.DropTable(
                name: "readiness_item");

            migrationBuilder.DropTable(
                name: "readiness_sharing");

            migrationBuilder.DropTable(
                name: "readiness_shown");

            migrationBuilder.DropTable(
                name: "representation");

            migrationBuilder.DropTable(
                name: "supervision");

            migrationBuilder.DropTable(
                name: "charter_version");

            migrationBuilder.DropTable(
                name: "offer");

            migrationBuilder.DropTable(
                name: "authority_liaison");

            migrationBuilder.DropTable(
                name: "meeting_invitation");

            migrationBuilder.DropTable(
                name: "question");

            migrationBuilder.DropTable(
                name: "meeting");

            migrationBuilder.DropTable(
                name: "meeting_series");
        }
    }
}
