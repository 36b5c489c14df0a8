using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Causeway.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ReviewsGrowthKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "case_id",
                table: "stored_file",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "part",
                table: "stored_file",
                type: "TEXT",
                maxLength: 63,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "earlier_hashes",
                table: "respondent",
                type: "BLOB",
                maxLength: 96,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<long>(
                name: "mailed_at",
                table: "respondent",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "reminders",
                table: "respondent",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "respondent",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "sealed",
                table: "participation_plan",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<Guid>(
                name: "authority",
                table: "official_engagement",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "capacity_plan",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    wave_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    partner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    partner_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    opened_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    opened_by_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_capacity_plan", x => x.id);
                    table.ForeignKey(
                        name: "fk_capacity_plan_wave_partner_partner_id",
                        column: x => x.partner_id,
                        principalTable: "wave_partner",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "community_assessment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    area = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    people = table.Column<int>(type: "INTEGER", nullable: true),
                    children = table.Column<int>(type: "INTEGER", nullable: true),
                    counted_by = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    languages = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    alone = table.Column<bool>(type: "INTEGER", nullable: true),
                    partners = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    who_does_what = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    services = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    barriers = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    heard_to5 = table.Column<int>(type: "INTEGER", nullable: true),
                    heard_to11 = table.Column<int>(type: "INTEGER", nullable: true),
                    heard_to15 = table.Column<int>(type: "INTEGER", nullable: true),
                    heard_to17 = table.Column<int>(type: "INTEGER", nullable: true),
                    findings = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    not_known = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    priorities = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    give_back_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    give_back_form = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    given_back_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    they_said = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    next_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reached = table.Column<int>(type: "INTEGER", nullable: false),
                    school = table.Column<Guid>(type: "TEXT", nullable: false),
                    school_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    begun_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    begun_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    saved_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    finished_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    finished_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_community_assessment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "key_block",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    conflict = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    blocked_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    blocked_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_key_block", x => new { x.case_id, x.person_id });
                });

            migrationBuilder.CreateTable(
                name: "key_grant",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 63, nullable: false),
                    key_version = table.Column<int>(type: "INTEGER", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    wrapper_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    wrapper_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    wrapper_version = table.Column<int>(type: "INTEGER", nullable: false),
                    wrapped = table.Column<byte[]>(type: "BLOB", nullable: false),
                    granted_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    granted_at = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_key_grant", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "key_shredding",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    grants = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                    approved_by = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_key_shredding", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "partnership_review",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    partnership_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    open_for = table.Column<Guid>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    focus = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    focus_by = table.Column<string>(type: "TEXT", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    opened_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    renew_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    next_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    agreed_by = table.Column<string>(type: "TEXT", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    called_off_why = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    changes = table.Column<int>(type: "INTEGER", nullable: false),
                    facts = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partnership_review", x => x.id);
                    table.ForeignKey(
                        name: "fk_partnership_review_partnership_partnership_id",
                        column: x => x.partnership_id,
                        principalTable: "partnership",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recovery_copy",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 63, nullable: false),
                    key_version = table.Column<int>(type: "INTEGER", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    wrapper_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    recipient = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recovery_copy", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "recovery_key",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    public_pem = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    made_by = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recovery_key", x => x.organisation_id);
                });

            migrationBuilder.CreateTable(
                name: "school_key_export",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    keys = table.Column<int>(type: "INTEGER", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_school_key_export", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "priority_area",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    item_key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    level_now = table.Column<int>(type: "INTEGER", nullable: false),
                    wanted = table.Column<int>(type: "INTEGER", nullable: false),
                    wanted_by = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    why = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    course_title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    course_link = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_priority_area", x => x.id);
                    table.ForeignKey(
                        name: "fk_priority_area_capacity_plan_plan_id",
                        column: x => x.plan_id,
                        principalTable: "capacity_plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "assessment_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    assessment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    grade = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    how = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    link = table.Column<Guid>(type: "TEXT", nullable: true),
                    link_place = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_line", x => x.id);
                    table.ForeignKey(
                        name: "fk_assessment_line_community_assessment_assessment_id",
                        column: x => x.assessment_id,
                        principalTable: "community_assessment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "partnership_review_finding",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    partnership_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    review_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    lens = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    owner_side = table.Column<int>(type: "INTEGER", nullable: false),
                    owner_person = table.Column<Guid>(type: "TEXT", nullable: true),
                    owner_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    end = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    end_text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    holder_person = table.Column<Guid>(type: "TEXT", nullable: true),
                    holder_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    action_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partnership_review_finding", x => x.id);
                    table.ForeignKey(
                        name: "fk_partnership_review_finding_partnership_review_review_id",
                        column: x => x.review_id,
                        principalTable: "partnership_review",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partnership_review_peer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    partnership_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    review_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    from = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    mail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    named_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    secret_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    notes = table.Column<string>(type: "TEXT", nullable: false),
                    handed_in_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partnership_review_peer", x => x.id);
                    table.ForeignKey(
                        name: "fk_partnership_review_peer_partnership_review_review_id",
                        column: x => x.review_id,
                        principalTable: "partnership_review",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partnership_review_reader",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    partnership_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    review_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    from = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    why = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    voices = table.Column<string>(type: "TEXT", nullable: false),
                    proposed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partnership_review_reader", x => x.id);
                    table.ForeignKey(
                        name: "fk_partnership_review_reader_partnership_review_review_id",
                        column: x => x.review_id,
                        principalTable: "partnership_review",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partnership_review_sheet",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    partnership_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    review_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    party_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    answers = table.Column<string>(type: "TEXT", nullable: false),
                    aims = table.Column<string>(type: "TEXT", nullable: false),
                    expected = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    received = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    felt = table.Column<int>(type: "INTEGER", nullable: true),
                    handed_in_at = table.Column<long>(type: "INTEGER", nullable: true),
                    by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    alike = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    need = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    marked_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partnership_review_sheet", x => x.id);
                    table.ForeignKey(
                        name: "fk_partnership_review_sheet_partnership_party_party_id",
                        column: x => x.party_id,
                        principalTable: "partnership_party",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_partnership_review_sheet_partnership_review_review_id",
                        column: x => x.review_id,
                        principalTable: "partnership_review",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "given_support",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    area_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    giver = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    help = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    hours = table.Column<decimal>(type: "TEXT", precision: 6, scale: 2, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    written_by_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_given_support", x => x.id);
                    table.ForeignKey(
                        name: "fk_given_support_priority_area_area_id",
                        column: x => x.area_id,
                        principalTable: "priority_area",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "growth_step",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    network_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    area_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    what = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    who_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    result = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_growth_step", x => x.id);
                    table.ForeignKey(
                        name: "fk_growth_step_priority_area_area_id",
                        column: x => x.area_id,
                        principalTable: "priority_area",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_stored_file_case_id",
                table: "stored_file",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_line_assessment_id",
                table: "assessment_line",
                column: "assessment_id");

            migrationBuilder.CreateIndex(
                name: "ix_capacity_plan_network_id_opened_on",
                table: "capacity_plan",
                columns: new[] { "network_id", "opened_on" });

            migrationBuilder.CreateIndex(
                name: "ix_capacity_plan_partner_id",
                table: "capacity_plan",
                column: "partner_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_community_assessment_network_id",
                table: "community_assessment",
                column: "network_id");

            migrationBuilder.CreateIndex(
                name: "ix_given_support_area_id",
                table: "given_support",
                column: "area_id");

            migrationBuilder.CreateIndex(
                name: "ix_growth_step_area_id",
                table: "growth_step",
                column: "area_id");

            migrationBuilder.CreateIndex(
                name: "ix_growth_step_network_id_person_id",
                table: "growth_step",
                columns: new[] { "network_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_key_grant_case_id_part_key_version_person_id",
                table: "key_grant",
                columns: new[] { "case_id", "part", "key_version", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_key_grant_person_id",
                table: "key_grant",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_key_shredding_organisation_id_case_id",
                table: "key_shredding",
                columns: new[] { "organisation_id", "case_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_partnership_review_open_for",
                table: "partnership_review",
                column: "open_for",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_partnership_review_partnership_id_opened_on",
                table: "partnership_review",
                columns: new[] { "partnership_id", "opened_on" });

            migrationBuilder.CreateIndex(
                name: "ix_partnership_review_finding_partnership_id",
                table: "partnership_review_finding",
                column: "partnership_id");

            migrationBuilder.CreateIndex(
                name: "ix_partnership_review_finding_review_id",
                table: "partnership_review_finding",
                column: "review_id");

            migrationBuilder.CreateIndex(
                name: "ix_partnership_review_peer_review_id_mail",
                table: "partnership_review_peer",
                columns: new[] { "review_id", "mail" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_partnership_review_reader_network_id_person_id",
                table: "partnership_review_reader",
                columns: new[] { "network_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_partnership_review_reader_review_id",
                table: "partnership_review_reader",
                column: "review_id");

            migrationBuilder.CreateIndex(
                name: "ix_partnership_review_sheet_partnership_id",
                table: "partnership_review_sheet",
                column: "partnership_id");

            migrationBuilder.CreateIndex(
                name: "ix_partnership_review_sheet_party_id",
                table: "partnership_review_sheet",
                column: "party_id");

            migrationBuilder.CreateIndex(
                name: "ix_partnership_review_sheet_review_id_party_id",
                table: "partnership_review_sheet",
                columns: new[] { "review_id", "party_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_priority_area_plan_id_item_key",
                table: "priority_area",
                columns: new[] { "plan_id", "item_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_priority_area_plan_id_place",
                table: "priority_area",
                columns: new[] { "plan_id", "place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_recovery_copy_case_id_part_key_version",
                table: "recovery_copy",
                columns: new[] { "case_id", "part", "key_version" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "assessment_line");

            migrationBuilder.DropTable(
                name: "given_support");

            migrationBuilder.DropTable(
                name: "growth_step");

            migrationBuilder.DropTable(
                name: "key_block");

            migrationBuilder.DropTable(
                name: "key_grant");

            migrationBuilder.DropTable(
                name: "key_shredding");

            migrationBuilder.DropTable(
                name: "partnership_review_finding");

            migrationBuilder.DropTable(
                name: "partnership_review_peer");

            migrationBuilder.DropTable(
                name: "partnership_review_reader");

            migrationBuilder.DropTable(
                name: "partnership_review_sheet");

            migrationBuilder.DropTable(
                name: "recovery_copy");

            migrationBuilder.DropTable(
                name: "recovery_key");

            migrationBuilder.DropTable(
                name: "school_key_export");

            migrationBuilder.DropTable(
                name: "community_assessment");

            migrationBuilder.DropTable(
                name: "priority_area");

            migrationBuilder.DropTable(
                name: "partnership_review");

            migrationBuilder.DropTable(
                name: "capacity_plan");

            migrationBuilder.DropIndex(
                name: "ix_stored_file_case_id",
                table: "stored_file");

            migrationBuilder.DropColumn(
                name: "case_id",
                table: "stored_file");

            migrationBuilder.DropColumn(
                name: "part",
                table: "stored_file");

            migrationBuilder.DropColumn(
                name: "earlier_hashes",
                table: "respondent");

            migrationBuilder.DropColumn(
                name: "mailed_at",
                table: "respondent");

            migrationBuilder.DropColumn(
                name: "reminders",
                table: "respondent");

            migrationBuilder.DropColumn(
                name: "version",
                table: "respondent");

            migrationBuilder.DropColumn(
                name: "sealed",
                table: "participation_plan");

            migrationBuilder.DropColumn(
                name: "authority",
                table: "official_engagement");
        }
    }
}
