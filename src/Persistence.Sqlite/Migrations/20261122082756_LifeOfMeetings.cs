using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Causeway.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class LifeOfMeetings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "charter_reminder");

            migrationBuilder.DropColumn(
                name: "phone_tasks_told",
                table: "check_campaign");

            migrationBuilder.DropColumn(
                name: "verifiers_told",
                table: "check_campaign");

            migrationBuilder.AddColumn<string>(
                name: "calendar_method",
                table: "outbox_mail",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "calendar_text",
                table: "outbox_mail",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "correct_at",
                table: "outbox_mail",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "for_network",
                table: "outbox_mail",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "for_organisation",
                table: "outbox_mail",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "outbox_mail",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "stop_link",
                table: "outbox_mail",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "topic",
                table: "outbox_mail",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "only_meeting",
                table: "meeting_invitation",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "whole_series",
                table: "meeting_invitation",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_public",
                table: "contribution",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "needs_consent",
                table: "contribution",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "digest",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    keys = table.Column<string>(type: "TEXT", nullable: false),
                    mail = table.Column<Guid>(type: "TEXT", nullable: false),
                    written_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_digest", x => new { x.person_id, x.day });
                    table.ForeignKey(
                        name: "fk_digest_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mail_choice",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    time = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    days = table.Column<int>(type: "INTEGER", nullable: true),
                    stopped_at = table.Column<long>(type: "INTEGER", nullable: true),
                    stopped = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    next_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_choice", x => x.person_id);
                    table.ForeignKey(
                        name: "fk_mail_choice_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meeting_calendar_told",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    invitation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    stamp = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    is_cancelled = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_calendar_told", x => x.id);
                    table.ForeignKey(
                        name: "fk_meeting_calendar_told_meeting_invitation_invitation_id",
                        column: x => x.invitation_id,
                        principalTable: "meeting_invitation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meeting_clock_notice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    meeting_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    invitation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_clock_notice", x => x.id);
                    table.ForeignKey(
                        name: "fk_meeting_clock_notice_meeting_invitation_invitation_id",
                        column: x => x.invitation_id,
                        principalTable: "meeting_invitation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_meeting_clock_notice_meeting_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "news_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_news_item", x => x.id);
                    table.ForeignKey(
                        name: "fk_news_item_person_person",
                        column: x => x.person,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "public_consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    listing_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    school = table.Column<Guid>(type: "TEXT", nullable: false),
                    given_by = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    given_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_by_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    withdrawn_at = table.Column<long>(type: "INTEGER", nullable: true),
                    withdrawn_by_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_public_consent", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "public_feed",
                columns: table => new
                {
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    on = table.Column<bool>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    about = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    contact = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_by_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_public_feed", x => x.network_id);
                });

            migrationBuilder.CreateTable(
                name: "public_record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    organization = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    search_text = table.Column<string>(type: "TEXT", nullable: false),
                    terms = table.Column<string>(type: "TEXT", nullable: false),
                    postcode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    latitude = table.Column<double>(type: "REAL", nullable: true),
                    longitude = table.Column<double>(type: "REAL", nullable: true),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    last_modified = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    gone_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_public_record", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "school_date",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_school_date", x => x.id);
                    table.ForeignKey(
                        name: "fk_school_date_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "school_day_part",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    from = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    to = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_school_day_part", x => x.id);
                    table.ForeignKey(
                        name: "fk_school_day_part_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "school_times",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    weekend = table.Column<string>(type: "TEXT", maxLength: 70, nullable: false),
                    first_month = table.Column<int>(type: "INTEGER", nullable: false),
                    changed_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_school_times", x => x.organisation_id);
                    table.ForeignKey(
                        name: "fk_school_times_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "slot_poll",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    zone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    interval = table.Column<int>(type: "INTEGER", nullable: false),
                    audience = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    answer_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    asked_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked_by_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_answer_at = table.Column<long>(type: "INTEGER", nullable: true),
                    answers = table.Column<int>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    chosen = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_slot_poll", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "snooze",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_snooze", x => new { x.person_id, x.key });
                });

            migrationBuilder.CreateTable(
                name: "slot_option",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    poll_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    time = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    rhythm = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    starts_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_slot_option", x => x.id);
                    table.ForeignKey(
                        name: "fk_slot_option_slot_poll_poll_id",
                        column: x => x.poll_id,
                        principalTable: "slot_poll",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "slot_poll_voter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    poll_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    organisation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    zone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    secret_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    entered_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    reminded_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_slot_poll_voter", x => x.id);
                    table.ForeignKey(
                        name: "fk_slot_poll_voter_slot_poll_poll_id",
                        column: x => x.poll_id,
                        principalTable: "slot_poll",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "slot_vote",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    voter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    option_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    poll_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_slot_vote", x => x.id);
                    table.ForeignKey(
                        name: "fk_slot_vote_slot_option_option_id",
                        column: x => x.option_id,
                        principalTable: "slot_option",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_slot_vote_slot_poll_voter_voter_id",
                        column: x => x.voter_id,
                        principalTable: "slot_poll_voter",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_mail_topic",
                table: "outbox_mail",
                column: "topic");

            migrationBuilder.CreateIndex(
                name: "ix_digest_id",
                table: "digest",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mail_choice_next_at",
                table: "mail_choice",
                column: "next_at");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_calendar_told_invitation_id",
                table: "meeting_calendar_told",
                column: "invitation_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_meeting_clock_notice_invitation_id",
                table: "meeting_clock_notice",
                column: "invitation_id");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_clock_notice_meeting_id_invitation_id",
                table: "meeting_clock_notice",
                columns: new[] { "meeting_id", "invitation_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_news_item_person_at",
                table: "news_item",
                columns: new[] { "person", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_public_consent_network_id_listing_id",
                table: "public_consent",
                columns: new[] { "network_id", "listing_id" });

            migrationBuilder.CreateIndex(
                name: "ix_public_feed_slug",
                table: "public_feed",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_public_record_entry_id",
                table: "public_record",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_public_record_network_id_kind_last_modified_id",
                table: "public_record",
                columns: new[] { "network_id", "kind", "last_modified", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_school_date_organisation_id_year",
                table: "school_date",
                columns: new[] { "organisation_id", "year" });

            migrationBuilder.CreateIndex(
                name: "ix_school_day_part_organisation_id",
                table: "school_day_part",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_slot_option_poll_id_position",
                table: "slot_option",
                columns: new[] { "poll_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_slot_poll_network_id_asked_at",
                table: "slot_poll",
                columns: new[] { "network_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_slot_poll_voter_network_id_person_id",
                table: "slot_poll_voter",
                columns: new[] { "network_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_slot_poll_voter_poll_id_address",
                table: "slot_poll_voter",
                columns: new[] { "poll_id", "address" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_slot_vote_option_id",
                table: "slot_vote",
                column: "option_id");

            migrationBuilder.CreateIndex(
                name: "ix_slot_vote_poll_id",
                table: "slot_vote",
                column: "poll_id");

            migrationBuilder.CreateIndex(
                name: "ix_slot_vote_voter_id_option_id",
                table: "slot_vote",
                columns: new[] { "voter_id", "option_id" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "digest");

            migrationBuilder.DropTable(
                name: "mail_choice");

            migrationBuilder.DropTable(
                name: "meeting_calendar_told");

            migrationBuilder.DropTable(
                name: "meeting_clock_notice");

            migrationBuilder.DropTable(
                name: "news_item");

            migrationBuilder.DropTable(
                name: "public_consent");

            migrationBuilder.DropTable(
                name: "public_feed");

            migrationBuilder.DropTable(
                name: "public_record");

            migrationBuilder.DropTable(
                name: "school_date");

            migrationBuilder.DropTable(
                name: "school_day_part");

            migrationBuilder.DropTable(
                name: "school_times");

            migrationBuilder.DropTable(
                name: "slot_vote");

            migrationBuilder.DropTable(
                name: "snooze");

            migrationBuilder.DropTable(
                name: "slot_option");

            migrationBuilder.DropTable(
                name: "slot_poll_voter");

            migrationBuilder.DropTable(
                name: "slot_poll");

            migrationBuilder.DropIndex(
                name: "ix_outbox_mail_topic",
                table: "outbox_mail");

            migrationBuilder.DropColumn(
                name: "calendar_method",
                table: "outbox_mail");

            migrationBuilder.DropColumn(
                name: "calendar_text",
                table: "outbox_mail");

            migrationBuilder.DropColumn(
                name: "correct_at",
                table: "outbox_mail");

            migrationBuilder.DropColumn(
                name: "for_network",
                table: "outbox_mail");

            migrationBuilder.DropColumn(
                name: "for_organisation",
                table: "outbox_mail");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "outbox_mail");

            migrationBuilder.DropColumn(
                name: "stop_link",
                table: "outbox_mail");

            migrationBuilder.DropColumn(
                name: "topic",
                table: "outbox_mail");

            migrationBuilder.DropColumn(
                name: "only_meeting",
                table: "meeting_invitation");

            migrationBuilder.DropColumn(
                name: "whole_series",
                table: "meeting_invitation");

            migrationBuilder.DropColumn(
                name: "is_public",
                table: "contribution");

            migrationBuilder.DropColumn(
                name: "needs_consent",
                table: "contribution");

            migrationBuilder.AddColumn<bool>(
                name: "phone_tasks_told",
                table: "check_campaign",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "verifiers_told",
                table: "check_campaign",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "charter_reminder",
                columns: table => new
                {
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    school = table.Column<Guid>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
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
        }
    }
}
